# The core for the bookmarklet: the sources of the stages that it has, what stands in for the rest, and in the same headers the data that it has.

set(PITH_GENERATED_COMPACT "${PITH_GENERATED}/compact")
file(MAKE_DIRECTORY "${PITH_GENERATED_COMPACT}")
set(PITH_RULES ${PITH_PHRASES} "${CMAKE_CURRENT_SOURCE_DIR}/tools/phrases_check.py")
pith_table(compact/phrase_table.h phrase_table.py OPTIONS --packs en)  # 3 KB; all languages are 45
set(PITH_RULES "${CMAKE_CURRENT_SOURCE_DIR}/rules/model/appeal_en.bin")
pith_table(compact/appeal_data.h model_data.py ${PITH_RULES} kAppealData)
set(PITH_RULES "${CMAKE_CURRENT_SOURCE_DIR}/rules/hints.txt")
pith_table(compact/hint_text.h hint_table.py ${PITH_RULES} OPTIONS --text)
set(PITH_TREES "${CMAKE_CURRENT_SOURCE_DIR}/rules/model/model.bin" "${CMAKE_CURRENT_SOURCE_DIR}/rules/model/forum.bin" "${CMAKE_CURRENT_SOURCE_DIR}/rules/model/article.bin")
set(PITH_RULES "${CMAKE_CURRENT_SOURCE_DIR}/core/score/features.def" ${PITH_TREES})
pith_table(compact/feature_set.h feature_set.py "${CMAKE_CURRENT_SOURCE_DIR}/core/score/features.def" OPTIONS --trees ${PITH_TREES})

# A header that an older build made here and this one does not would be found before the package's.
file(GLOB PITH_STALE "${PITH_GENERATED_COMPACT}/*.h")
list(FILTER PITH_STALE EXCLUDE REGEX "/(phrase_table|appeal_data|hint_text|feature_set)\\.h$")
if(PITH_STALE)
  file(REMOVE ${PITH_STALE})
endif()

file(GLOB PITH_COMPACT_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/compact/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/core/annotate/*.cpp")
foreach(source snapshot/snapshot parse/document unicode/text hints/hints phrases/phrases select/select select/cut select/images select/promotion select/repair select/litter
        score/alike score/ancestry score/features score/page_context score/page_kind score/records score/score score/text_stats)
  list(APPEND PITH_COMPACT_SOURCES "${CMAKE_CURRENT_SOURCE_DIR}/core/${source}.cpp")
endforeach()
list(APPEND PITH_COMPACT_SOURCES "${PITH_GENERATED_COMPACT}/phrase_table.h" "${PITH_GENERATED_COMPACT}/appeal_data.h" "${PITH_GENERATED_COMPACT}/feature_set.h" "${PITH_GENERATED_COMPACT}/hint_text.h"
  "${PITH_GENERATED}/model_data.h" "${PITH_GENERATED}/forum_data.h" "${PITH_GENERATED}/article_data.h" "${PITH_GENERATED}/hint_table.h" "${PITH_GENERATED}/look_table.h")
set(PITH_COMPACT_INCLUDES "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/include" "${PITH_GENERATED_COMPACT}" "${PITH_GENERATED}")
