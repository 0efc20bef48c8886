// Runs of text, which Gumbo takes through tokenizer and tree builder character by character. Included by fast_gumbo.c only.

/// As reconstruct_active_formatting_elements(), which looks for the last one from the bottom of all open elements.
static void Reconstruct(GumboParser* parser) {
  const GumboVector* const formatting = &parser->_parser_state->_active_formatting_elements;
  const GumboVector* const open = &parser->_parser_state->_open_elements;
  if (formatting->length == 0) return;
  const GumboNode* const last = formatting->data[formatting->length - 1];
  if (last == &kActiveFormattingScopeMarker) return;
  for (unsigned i = open->length; i-- > 0;) {
    if (open->data[i] == last) return;
  }
  reconstruct_active_formatting_elements(parser);
}

static bool HasInk(const char* at, const char* end) {
  while (at < end && (ClassOf(at) & kSpace) != 0) ++at;
  return at < end;
}

/// Takes the text that the tokenizer stands before into the tree builder's buffer. Only in states where every character of it does
/// the same: it is appended (insert_text_token); in a body the first one also opens formatting elements again, which for the next
/// one are open, and ink settles that there will be no frameset.
static void TakeText(GumboParser* parser) {
  GumboTokenizerState* const tokenizer = parser->_tokenizer_state;
  GumboParserState* const state = parser->_parser_state;
  const bool references = tokenizer->_state == GUMBO_LEX_DATA || tokenizer->_state == GUMBO_LEX_RCDATA;
  if (!references && tokenizer->_state != GUMBO_LEX_RAWTEXT && tokenizer->_state != GUMBO_LEX_SCRIPT) return;
  if (state->_ignore_next_linefeed || !IsBetweenTokens(tokenizer)) return;
  bool body = false;
  switch (state->_insertion_mode) {
    case GUMBO_INSERTION_MODE_IN_BODY:
    case GUMBO_INSERTION_MODE_IN_CAPTION:
    case GUMBO_INSERTION_MODE_IN_CELL:
    case GUMBO_INSERTION_MODE_IN_TEMPLATE: body = true; break;
    case GUMBO_INSERTION_MODE_TEXT:
    case GUMBO_INSERTION_MODE_IN_TABLE_TEXT:
    case GUMBO_INSERTION_MODE_IN_SELECT:
    case GUMBO_INSERTION_MODE_IN_SELECT_IN_TABLE: break;
    default: return;
  }
  if (get_current_node(parser)->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return;

  const unsigned ends = references ? kEndsText : kEndsRawText;
  const char* at = tokenizer->_input._start;
  const char* stop = EndOfRun(at, ends);
  if (stop == at && *at != '&' && *at != '\r') return;
  if (body) Reconstruct(parser);
  TextNodeBufferState* const text = &state->_text_node;
  if (text->_buffer.length == 0) {
    text->_start_original_text = at;
    text->_start_position = tokenizer->_token_start_pos;
  }
  const size_t before = text->_buffer.length;
  for (;; stop = EndOfRun(at, ends)) {
    AppendRun(parser, at, stop, &text->_buffer);
    at = stop;
    if (*at == '\r') {
      at = AppendLineEnd(parser, at, &text->_buffer);
    } else if (*at == '&' && references) {
      at = AppendReference(parser, at, ' ', false, &text->_buffer);
    } else {
      break;
    }
  }
  if (HasInk(text->_buffer.data + before, text->_buffer.data + text->_buffer.length)) {
    text->_type = GUMBO_NODE_TEXT;
    if (body) state->_frameset_ok = false;
  }
  ContinueAt(tokenizer, at);
}
