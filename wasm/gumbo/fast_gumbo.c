// Gumbo's own sources as one translation unit, unmodified, with faster parts of ours around them.
//
// Gumbo sends every character through its tokenizer and its tree builder as a token of its own. Most characters stand in runs of
// text, in tags and in attribute values, which are read as a whole here (text.h, tags.h). Whatever is not plain is left to Gumbo:
// a fast path either does exactly what Gumbo would have done, or changes nothing and says so.

#include "gumbo/fast_gumbo.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The order matters.
// clang-format off
// Gumbo's headers come before the macros that stand in for some of the functions that they declare.
#define utf8iterator_next utf8iterator_next_by_decoding  // see iterator.h
#define utf8iterator_current utf8iterator_current_as_decoded
#include "attribute.h"
#include "char_ref.h"
#include "error.h"
#include "insertion_mode.h"
#include "parser.h"
#include "string_buffer.h"
#include "string_piece.h"
#include "token_type.h"
#include "tokenizer.h"
#include "tokenizer_states.h"
#include "utf8.h"
#include "util.h"
#include "vector.h"

#include "gumbo/stand_ins.h"

#include "string_buffer.c"
#include "string_piece.c"
#include "utf8.c"
#include "vector.c"
#undef utf8iterator_current
#undef utf8iterator_next
#include "gumbo/iterator.h"

#include "tag.c"
// What the fast paths leave to Gumbo is seldom and long. In WebAssembly it is compiled for size: 8 KB less (gzip), and no slower.
#ifdef __EMSCRIPTEN__
#pragma clang attribute push(__attribute__((minsize)), apply_to = function)
#endif
#define gumbo_vector_add AddAttributeToTag  // its one use there
#define strlen(text) LengthOf(attr, text)   // its one use there, but for assertions
#include "tokenizer.c"
#undef strlen
#undef gumbo_vector_add
#define gumbo_vector_index_of IndexOf
#include "parser.c"
#undef gumbo_vector_index_of
#ifdef __EMSCRIPTEN__
#pragma clang attribute pop
#endif

#include "gumbo/runs.h"
#include "gumbo/text.h"
#include "gumbo/tags.h"
#include "gumbo/parse.h"
// clang-format on
