#include "core/select/selection.h"

namespace pith::select {

std::string_view NameOf(Reason reason) {
  switch (reason) {
    case Reason::kKept: return "kept";
    case Reason::kLowScore: return "low-score";
    case Reason::kOutside: return "outside";
    case Reason::kTitle: return "title";
    case Reason::kByline: return "byline";
    case Reason::kDuplicate: return "duplicate";
    case Reason::kHidden: return "hidden";
    case Reason::kRule: return "rule";
    case Reason::kOption: return "option";
    case Reason::kSignup: return "signup";
    case Reason::kNewsletter: return "newsletter";
    case Reason::kApp: return "app";
    case Reason::kRelated: return "related";
    case Reason::kTrending: return "trending";
    case Reason::kLive: return "live";
    case Reason::kShare: return "share";
    case Reason::kAd: return "ad";
    case Reason::kConsent: return "consent";
    case Reason::kComment: return "comment";
    case Reason::kAuthor: return "author";
    case Reason::kCopyright: return "copyright";
    case Reason::kTranslation: return "translation";
    case Reason::kAge: return "age";
    case Reason::kUpdated: return "updated";
    case Reason::kReadTime: return "readtime";
    case Reason::kNav: return "nav";
    case Reason::kAppeal: return "appeal";
    case Reason::kStory: return "story";
    case Reason::kCount: break;
  }
  return "";
}

}  // namespace pith::select
