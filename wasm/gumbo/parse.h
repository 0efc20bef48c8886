// The main loop, in place of gumbo_parse_with_options(). Included by fast_gumbo.c only.

const GumboNode* pith_gumbo_parse(PithArena* arena, const char* text, size_t size) {
  const GumboOptions options = {.userdata = arena, .tab_stop = 8, .stop_on_first_error = false, .max_errors = 0, .fragment_context = GUMBO_TAG_LAST};
  GumboParser parser = {._options = &options};
  output_init(&parser);
  gumbo_tokenizer_state_init(&parser, text, size);
  parser_state_init(&parser);
  GumboParserState* const state = parser._parser_state;
  GumboToken token;
  state->_current_token = &token;
  do {
    if (state->_reprocess_current_token) {
      state->_reprocess_current_token = false;
    } else {
      TakeText(&parser);
      const GumboNode* const current = get_current_node(&parser);
      gumbo_tokenizer_set_is_current_node_foreign(&parser, current != NULL && current->v.element.tag_namespace != GUMBO_NAMESPACE_HTML);
      if (!TakeTag(&parser, &token)) gumbo_lex(&parser, &token);
    }
    if (token.type == GUMBO_TOKEN_START_TAG && state->_open_elements.length > kPithMostOpen) continue;
    handle_token(&parser, &token);
  } while (token.type != GUMBO_TOKEN_EOF || state->_reprocess_current_token);
  finish_parsing(&parser);
  return parser._output->root;
}
