// Runs of characters that mean nothing but themselves. Included by fast_gumbo.c only.

/// What a byte ends. Each kind of run also ends before what Utf8Iterator would change: see IsPlainAscii().
enum {
  kOdd = 1,            ///< changed by the iterator, or not ASCII
  kEndsText = 2,       ///< text with character references
  kEndsRawText = 4,    ///< text without
  kEndsDouble = 8,     ///< a value in double quotes
  kEndsSingle = 16,    ///< a value in single quotes
  kEndsUnquoted = 32,  ///< a value without quotes
  kEndsName = 64,      ///< the name of an attribute or a tag
  kSpace = 128         ///< between attributes; a carriage return is read as a line feed
};

#define ODD_ROW kOdd, kOdd, kOdd, kOdd, kOdd, kOdd, kOdd, kOdd
#define PLAIN_ROW 0, 0, 0, 0, 0, 0, 0, 0
static const unsigned char kClasses[256] = {
    // clang-format off
    ODD_ROW,
    kOdd, kSpace | kEndsUnquoted | kEndsName, kSpace | kEndsUnquoted | kEndsName, kOdd,            // \t \n
    kSpace | kEndsUnquoted | kEndsName,                                                            // \f
    kSpace | kEndsText | kEndsRawText | kEndsDouble | kEndsSingle | kEndsUnquoted | kEndsName,     // \r
    kOdd, kOdd,
    ODD_ROW, ODD_ROW,
    kSpace | kEndsUnquoted | kEndsName, 0, kEndsDouble, 0, 0, 0,                                   // space "
    kEndsText | kEndsDouble | kEndsSingle | kEndsUnquoted, kEndsSingle,                            // & '
    0, 0, 0, 0, 0, 0, 0, kEndsName,                                                                // slash
    PLAIN_ROW,
    0, 0, 0, 0, kEndsText | kEndsRawText, kEndsName, kEndsUnquoted | kEndsName, 0,                 // < = >
    PLAIN_ROW, PLAIN_ROW, PLAIN_ROW, PLAIN_ROW, PLAIN_ROW, PLAIN_ROW, PLAIN_ROW,
    0, 0, 0, 0, 0, 0, 0, kOdd,                                                                     // DEL
    ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW,
    ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW, ODD_ROW,
    // clang-format on
};
#undef ODD_ROW
#undef PLAIN_ROW

static inline unsigned ClassOf(const char* at) { return kClasses[(unsigned char)*at]; }

static inline bool IsContinuation(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/// The bytes of the sequence at `at` where the iterator hands it on as it is; 0 where it may not, or where that takes longer to
/// find out than to leave it to the iterator. Reads no further than a NUL.
static unsigned PlainSequence(const char* at) {
  const unsigned char lead = (unsigned char)at[0], second = (unsigned char)at[1];
  if (lead < 0xC2 || lead >= 0xEF || !IsContinuation(at[1])) return 0;
  if (lead < 0xE0) return lead != 0xC2 || second >= 0xA0 ? 2 : 0;                     // the iterator changes U+0080 to U+009F
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0)) return 0;  // too long, or half of a pair
  return IsContinuation(at[2]) ? 3 : 0;
}

/// Where the run at `at` ends: at a byte of a class in `ends`, or at one that the iterator has to look at. A NUL ends every run,
/// so one behind the text is enough.
static const char* EndOfRun(const char* at, unsigned ends) {
  ends |= kOdd;
  for (;;) {
    while ((ClassOf(at) & ends) == 0) ++at;
    if ((unsigned char)*at < 0x80) return at;
    const unsigned width = PlainSequence(at);
    if (width == 0) return at;
    at += width;
  }
}

static const char* SkipSpace(const char* at) {
  while ((ClassOf(at) & kSpace) != 0) ++at;
  return at;
}

static void AppendRun(GumboParser* parser, const char* begin, const char* end, GumboStringBuffer* to) {
  GumboStringPiece run = {begin, (size_t)(end - begin)};
  gumbo_string_buffer_append_string(parser, &run, to);
}

/// Reads the character reference at `at`, an ampersand, and appends what it stands for; an ampersand alone stands for itself.
/// @return where the text goes on
static const char* AppendReference(GumboParser* parser, const char* at, int allowed, bool in_attribute, GumboStringBuffer* to) {
  Utf8Iterator input = parser->_tokenizer_state->_input;
  input._start = at;
  input._current = '&';
  input._width = 1;
  OneOrTwoCodepoints reference;
  consume_char_ref(parser, &input, allowed, in_attribute, &reference);
  if (reference.first == kGumboNoChar) {
    gumbo_string_buffer_append_codepoint(parser, '&', to);
    return at + 1;
  }
  gumbo_string_buffer_append_codepoint(parser, reference.first, to);
  if (reference.second != kGumboNoChar) gumbo_string_buffer_append_codepoint(parser, reference.second, to);
  return input._start;
}

/// Appends the line feed that a carriage return is read as, with the line feed that may follow it.
static const char* AppendLineEnd(GumboParser* parser, const char* at, GumboStringBuffer* to) {
  gumbo_string_buffer_append_codepoint(parser, '\n', to);
  return at + (at[1] == '\n' ? 2 : 1);
}

/// Whether the tokenizer stands between two tokens, with nothing left over from the one before, and counts the next from here.
static bool IsBetweenTokens(const GumboTokenizerState* tokenizer) {
  return tokenizer->_token_start == tokenizer->_input._start && tokenizer->_temporary_buffer_emit == NULL && tokenizer->_buffered_emit_char == kGumboNoChar;
}

/// What the tokenizer does after each token that ended before `at`.
static void ContinueAt(GumboTokenizerState* tokenizer, const char* at) {
  MoveTo(&tokenizer->_input, at);
  reset_token_start_point(tokenizer);
}
