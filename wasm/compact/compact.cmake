# The core for the bookmarklet: the sources of the stages that it has, what stands in for the rest, and in the same headers the data that it has.

set(PITH_GENERATED_COMPACT "${PITH_GENERATED}/compact")
file(MAKE_DIRECTORY "${PITH_GENERATED_COMPACT}")
pith_table(PITH_COMPACT_TABLES compact/phrase_table.h phrase_table.py INPUTS "${PITH_RULES}/phrases/en.txt" OPTIONS --few-bits)  # 3 KB; all languages are 45
pith_table(PITH_COMPACT_TABLES compact/appeal_data.h model_data.py INPUTS "${PITH_RULES}/model/appeal_en.bin" OPTIONS kAppealData)
pith_table(PITH_COMPACT_TABLES compact/hint_text.h hint_table.py INPUTS "${PITH_RULES}/hints.txt" OPTIONS --text)
pith_table(PITH_COMPACT_TABLES compact/feature_set.h feature_set.py
  INPUTS "${CMAKE_CURRENT_SOURCE_DIR}/core/score/features.def" "${PITH_RULES}/model/model.bin" "${PITH_RULES}/model/forum.bin" "${PITH_RULES}/model/article.bin")

# A header that an older build made here and this one does not would be found before the package's.
file(GLOB PITH_STALE "${PITH_GENERATED_COMPACT}/*.h")
list(REMOVE_ITEM PITH_STALE ${PITH_COMPACT_TABLES})
if(PITH_STALE)
  file(REMOVE ${PITH_STALE})
endif()

file(GLOB PITH_COMPACT_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/compact/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/core/annotate/*.cpp")
foreach(source snapshot/snapshot parse/document unicode/text hints/hints phrases/phrases select/select select/cut select/images select/promotion select/repair select/litter select/teasers select/label select/line
        score/alike score/ancestry score/features score/page_context score/page_kind score/records score/score score/text_stats)
  list(APPEND PITH_COMPACT_SOURCES "${CMAKE_CURRENT_SOURCE_DIR}/core/${source}.cpp")
endforeach()
list(APPEND PITH_COMPACT_SOURCES ${PITH_COMPACT_TABLES} ${PITH_CORE_TABLES})
set(PITH_COMPACT_INCLUDES "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/include" "${PITH_GENERATED_COMPACT}" "${PITH_GENERATED}")
