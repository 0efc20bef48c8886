// Comes with every command, beside the content script and a twentieth of its size: where a command opens the reader, the page is on its way to
// the background before the rest has been compiled. Should the rest be faster, it does this itself.

import { canShow } from "./content/can_show.js";
import { requestEarly } from "./content/early_request.js";
import { isThere, leaveEarly, waitingCommand } from "./content/meeting.js";
import { opensReader } from "./command.js";

if (!isThere() && opensReader(waitingCommand()) && canShow(document)) leaveEarly(requestEarly);
