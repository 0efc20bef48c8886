#pragma once

// Memory that is handed out in pieces and freed all at once, in C, so that the parser takes a piece with three instructions.

#include <stddef.h>

/// What is left of the current chunk. Whoever owns the chunks derives from it.
typedef struct PithArena {
  char* next;
  char* end;
  void* (*more)(struct PithArena* arena, size_t size);  ///< a piece of a new chunk, where the current one is too small
} PithArena;
