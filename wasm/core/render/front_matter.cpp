#include <string_view>
#include <utility>

#include "core/json/writer.h"
#include "core/render/render.h"

namespace pith::render {

std::string FrontMatter(const Metadata& facts) {
  std::string yaml = "---\n";
  for (const auto& [key, value] : {std::pair<std::string_view, std::string_view>{"title", facts.title},
                                   {"author", facts.byline},
                                   {"published", facts.published_time},
                                   {"modified", facts.modified_time},
                                   {"site", facts.site_name},
                                   {"section", facts.section},
                                   {"lang", facts.lang},
                                   {"url", facts.url},
                                   {"image", facts.image},
                                   {"licence", facts.licence},
                                   {"description", facts.excerpt}}) {
    if (value.empty()) continue;
    (yaml += key) += ": ";
    json::AppendString(yaml, value);  // a string of JSON is one of YAML, whatever is in it
    yaml += '\n';
  }
  if (!facts.tags.empty()) {
    json::Writer tags;
    tags.BeginArray();
    for (const std::string& tag : facts.tags) tags.String(tag);
    yaml += "tags: " + tags.EndArray().Take() + '\n';  // a list of YAML, too
  }
  return yaml + "---\n\n";
}

}  // namespace pith::render
