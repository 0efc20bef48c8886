// The step to the next character, in place of the original in utf8.c, which is still asked about all but plain ASCII, and what is read there.
// Lines and columns are not counted, since nobody reads them. Included by fast_gumbo.c only.

/// Whether a byte is a character that the iterator hands on as it is: not a control character, not a carriage
/// return, which becomes a line feed, and not a part of a longer sequence.
static inline bool IsPlainAscii(unsigned char c) { return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\f'; }

static inline void ReadCharacter(Utf8Iterator* iter) {
  if (iter->_start < iter->_end && IsPlainAscii((unsigned char)*iter->_start)) {
    iter->_current = *iter->_start;
    iter->_width = 1;
  } else {
    read_char(iter);
  }
}

void utf8iterator_next(Utf8Iterator* iter) {
  iter->_pos.offset += (unsigned)iter->_width;
  iter->_start += iter->_width;
  ReadCharacter(iter);
}

/// The character, where a control character is a space: browsers show none, and Gumbo's U+FFFD they would.
int utf8iterator_current(const Utf8Iterator* iter) {
  const bool control = iter->_current == kUtf8ReplacementChar && (unsigned char)*iter->_start < 0x80;
  return control ? ' ' : iter->_current;
}

/// Moves to a later character, as if each one before it had been read.
static void MoveTo(Utf8Iterator* iter, const char* at) {
  iter->_pos.offset += (unsigned)(at - iter->_start);
  iter->_start = at;
  ReadCharacter(iter);
}
