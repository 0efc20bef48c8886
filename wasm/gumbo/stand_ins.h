// In place of Gumbo's util.c, attribute.c and error.c: memory from an arena that is freed as a whole, no tracing, and no errors,
// which is what `max_errors = 0` means. Included by fast_gumbo.c only.

static inline void* Allocate(PithArena* arena, size_t size) {
  size = (size + 7) & ~(size_t)7;
  if (size > (size_t)(arena->end - arena->next)) return arena->more(arena, size);
  char* const piece = arena->next;
  arena->next += size;
  return piece;
}

#define gumbo_parser_allocate(parser, size) Allocate((PithArena*)(parser)->_options->userdata, size)
#define gumbo_parser_deallocate(parser, piece) ((void)(parser), (void)(piece))

/// A copy that ends with a NUL.
static char* CopyOf(const struct GumboInternalParser* parser, const char* text, size_t size) {
  char* const copy = gumbo_parser_allocate(parser, size + 1);
  memcpy(copy, text, size);
  copy[size] = '\0';
  return copy;
}

const GumboSourcePosition kGumboEmptySourcePosition = {0, 0, 0};

char* gumbo_copy_stringz(struct GumboInternalParser* parser, const char* text) { return CopyOf(parser, text, strlen(text)); }

// Its arguments ask for names of tags, with every character.
#define gumbo_debug(...) ((void)0)

#define gumbo_add_error(parser) ((GumboError*)((void)(parser), NULL))
#define gumbo_init_errors(parser) gumbo_vector_init(parser, 0, &(parser)->_output->errors)
#define gumbo_error_destroy(parser, error) ((void)(error))

void gumbo_destroy_attribute(struct GumboInternalParser* parser, GumboAttribute* attribute) {
  (void)parser;
  (void)attribute;
}

// In the C locale the same as the library's, which is a call for each character.
static inline int AsciiLower(int c) { return c >= 'A' && c <= 'Z' ? c + 0x20 : c; }
#undef tolower
#define tolower(c) (unsigned char)AsciiLower(c)

/// As Gumbo's, but most names are told apart by their first letter: an element in <svg> asks for 70 names.
GumboAttribute* gumbo_get_attribute(const GumboVector* attributes, const char* name) {
  for (unsigned i = 0; i < attributes->length; ++i) {
    GumboAttribute* const attribute = attributes->data[i];
    if (AsciiLower(attribute->name[0]) == AsciiLower(name[0]) && strcasecmp(attribute->name, name) == 0) return attribute;
  }
  return NULL;
}

// In place of gumbo_vector_add() in tokenizer.c; see tags.h.
static void AddAttributeToTag(struct GumboInternalParser* parser, void* attribute, GumboVector* attributes);

/// In place of strlen() in tokenizer.c, which asks for the lengths of all names that a tag has at each further name; and a name that is
/// there twice is made a part of the next one, so they get long.
static inline size_t LengthOf(const GumboAttribute* named, const char* text) { return named != NULL ? named->name_end.column : strlen(text); }

#ifndef NDEBUG
// What Gumbo's assertions ask for is no attribute's name.
static const GumboAttribute* const attr = NULL;
#endif

/// As gumbo_vector_index_of(), but from the end: Gumbo asks it for nodes, which a vector holds once, and mostly for late ones, as
/// for the last child of a parent with a million.
static int IndexOf(GumboVector* vector, const void* element) {
  for (unsigned i = vector->length; i-- > 0;) {
    if (vector->data[i] == element) return (int)i;
  }
  return -1;
}

// Gumbo writes each set of tags where it is asked for, which fills 150 bytes anew for every question. Constant sets are laid down
// once, given -fmerge-all-constants.
#define gumbo_tagset const PithTagSet
