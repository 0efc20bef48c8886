// What the compact profile does without: each function says that there is nothing of its kind.

#include "core/select/cards.h"
#include "core/select/companions.h"
#include "core/select/foreign.h"
#include "core/select/headlines.h"
#include "core/select/stamps.h"
#include "core/select/stories.h"
#include "core/select/whole_lists.h"
#include "core/select/wishes.h"

namespace pith::select {

void KeepCompanions(const parse::Document&, const annotate::Blocks&, Marks&) {}
void KeepComments(const parse::Document&, const annotate::Blocks&, const score::Scores&, float, Marks&) {}
void AddForeign(const parse::Document&, const annotate::Blocks&, const score::Scores&, float, std::string_view, const Marks&, Marks&) {}
void DropForeign(const parse::Document&, const annotate::Blocks&, const score::Scores&, float, const Marks&, Marks&) {}
void DropCards(const parse::Document&, const annotate::Blocks&, const score::Scores&, float, std::string_view, Marks&) {}
void DropAged(const parse::Document&, const annotate::Blocks&, const score::Scores&, float, Marks&) {}
void DropStamps(const parse::Document&, const annotate::Blocks&, const score::Scores&, float, Marks&) {}
bool WholeLists::Has(annotate::BlockId) { return false; }
void LeaveOutStories(const parse::Document&, const annotate::Blocks&, const Metadata&, std::vector<Reason>&) {}
void ApplyRules(const annotate::Blocks&, const rules::Verdicts&, std::vector<Reason>&) {}
void LeaveOut(const parse::Document&, const annotate::Blocks&, const Parts&, std::vector<Reason>&) {}

}  // namespace pith::select
