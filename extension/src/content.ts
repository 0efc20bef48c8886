// The content script. It comes with every command, and sets itself up at the first one.

import { isThere, takeCommands, takeEarly, waitingCommand } from "./content/meeting.js";

if (!isThere()) {
  // All that it is made of is bundled with this, and runs only here.
  void import("./content/commands.js").then(({ receive }) => {
    const command = waitingCommand();
    takeCommands(receive);
    receive(command, takeEarly());
  });
}
