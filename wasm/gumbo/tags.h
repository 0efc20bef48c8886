// Whole tags, which Gumbo reads with a state and a buffer for each character. Included by fast_gumbo.c only.

/// The longest name that is known: annotation-xml.
enum { kLongestTagName = 14 };

static GumboTag TagOf(const char* name, size_t size) {
  if (size > kLongestTagName) return GUMBO_TAG_UNKNOWN;
  char lower[kLongestTagName];
  for (size_t i = 0; i < size; ++i) lower[i] = (char)AsciiLower(name[i]);
  return gumbo_tagn_enum(lower, (unsigned)size);
}

/// Reads an attribute's value up to where a byte of the classes `ends` that is no ampersand ends it.
/// @return that byte; NULL where the value holds something to leave to Gumbo
static const char* ReadValue(GumboParser* parser, const char* at, unsigned ends, int allowed, const char** value) {
  const char* stop = EndOfRun(at, ends);
  const bool quoted = ends != kEndsUnquoted;
  if ((ClassOf(stop) & ends) != 0 && *stop != '&' && !(quoted && *stop == '\r')) {
    *value = CopyOf(parser, at, (size_t)(stop - at));
    return stop;
  }
  GumboStringBuffer* const buffer = &parser->_tokenizer_state->_temporary_buffer;  // Gumbo empties it at every tag
  gumbo_string_buffer_clear(parser, buffer);
  for (;; stop = EndOfRun(at, ends)) {
    AppendRun(parser, at, stop, buffer);
    at = stop;
    if (*at == '&') {
      at = AppendReference(parser, at, allowed, true, buffer);
    } else if (quoted && *at == '\r') {
      at = AppendLineEnd(parser, at, buffer);
    } else if ((ClassOf(at) & ends) != 0) {
      *value = CopyOf(parser, buffer->data, buffer->length);
      return at;
    } else {
      return NULL;
    }
  }
}

/// For Gumbo's tokenizer: adds an attribute to the tag that it reads; past the most that a tag keeps, its value is dropped as well.
static void AddAttributeToTag(GumboParser* parser, void* attribute, GumboVector* attributes) {
  GumboTagState* const tag = &parser->_tokenizer_state->_tag_state;
  if (attributes->length < kPithMostAttributes) {
    ((GumboAttribute*)attribute)->name_end.column = (unsigned)tag->_buffer.length;  // for LengthOf(); no columns are counted
    gumbo_vector_add(parser, attribute, attributes);
  } else {
    tag->_drop_next_attr_value = true;
  }
}

/// Adds an attribute without value; past the most that a tag keeps, it becomes `surplus` instead.
/// @return the attribute; NULL where the tag has one of that name already, which Gumbo shall see to
static GumboAttribute* AddAttribute(GumboParser* parser, const char* name, size_t size, GumboVector* to, GumboAttribute* surplus) {
  if (to->length >= kPithMostAttributes) return surplus;
  char* const lower = CopyOf(parser, name, size);
  for (size_t i = 0; i < size; ++i) lower[i] = (char)AsciiLower(lower[i]);
  for (unsigned i = 0; i < to->length; ++i) {
    const GumboAttribute* const other = to->data[i];
    if (other->original_name.length == size && memcmp(other->name, lower, size) == 0) return NULL;
  }
  GumboAttribute* const attribute = gumbo_parser_allocate(parser, sizeof(GumboAttribute));
  *attribute = (GumboAttribute){.attr_namespace = GUMBO_ATTR_NAMESPACE_NONE, .name = lower, .value = "", .original_name = {name, size}};
  gumbo_vector_add(parser, attribute, to);
  return attribute;
}

/// Reads the attributes of a start tag from behind its name to its `>`.
/// @return the `>`; NULL where there is something to leave to Gumbo
static const char* ReadAttributes(GumboParser* parser, const char* at, GumboTokenStartTag* tag) {
  GumboAttribute surplus;
  for (;;) {
    at = SkipSpace(at);
    if (*at == '>') return at;
    if (*at == '/') {
      ++at;
      tag->is_self_closing = *at == '>';
      continue;
    }
    const char* const name = at;
    at = EndOfRun(*at == '=' ? at + 1 : at, kEndsName);
    if ((ClassOf(at) & kEndsName) == 0) return NULL;
    GumboAttribute* const attribute = AddAttribute(parser, name, (size_t)(at - name), &tag->attributes, &surplus);
    if (attribute == NULL) return NULL;
    at = SkipSpace(at);
    if (*at != '=') continue;
    at = SkipSpace(at + 1);
    if (*at == '>') return at;
    if (*at == '"' || *at == '\'') {
      const char quote = *at;
      at = ReadValue(parser, at + 1, quote == '"' ? kEndsDouble : kEndsSingle, quote, &attribute->value);
      if (at == NULL) return NULL;
      ++at;
    } else {
      at = ReadValue(parser, at, kEndsUnquoted, '>', &attribute->value);
      if (at == NULL) return NULL;
    }
  }
}

/// Reads the tag that the tokenizer stands before. False, with nothing changed, where there is none, or one to leave to Gumbo: it
/// has no end, a NUL, broken UTF-8, an attribute twice, or is an end tag with attributes.
static bool TakeTag(GumboParser* parser, GumboToken* token) {
  GumboTokenizerState* const tokenizer = parser->_tokenizer_state;
  if (tokenizer->_state != GUMBO_LEX_DATA || !IsBetweenTokens(tokenizer)) return false;
  const char* const begin = tokenizer->_input._start;
  if (*begin != '<') return false;
  const bool ends = begin[1] == '/';
  const char* const name = begin + (ends ? 2 : 1);
  if (!is_alpha(*name)) return false;
  const char* at = name;
  while ((ClassOf(at) & (kOdd | kEndsName)) == 0) ++at;
  if ((ClassOf(at) & kOdd) != 0 || *at == '=') return false;
  const GumboTag tag = TagOf(name, (size_t)(at - name));
  if (ends) {
    at = SkipSpace(at);
    if (*at != '>') return false;
    token->type = GUMBO_TOKEN_END_TAG;
    token->v.end_tag = tag;
  } else {
    GumboTokenStartTag start = {.tag = tag, .attributes = kGumboEmptyVector, .is_self_closing = false};
    at = ReadAttributes(parser, at, &start);
    if (at == NULL) return false;
    token->type = GUMBO_TOKEN_START_TAG;
    token->v.start_tag = start;
    tokenizer->_tag_state._last_start_tag = tag;
  }
  ++at;
  token->position = tokenizer->_token_start_pos;
  token->original_text = (GumboStringPiece){begin, (size_t)(at - begin)};
  ContinueAt(tokenizer, at);
  return true;
}
