// The settings page: what the extension remembers and may do. What is shown follows the store, whoever changes it.

import { onPermissionsChanged } from "../browser/permissions.js";
import { onStored } from "../browser/storage.js";
import { listenToBackup } from "./backup.js";
import { listenToHighlights, showHighlights } from "./highlights.js";
import { showKeyboard } from "./keyboard.js";
import { showRules } from "./rules.js";
import { listenToSites, showSites } from "./sites.js";
import { sayWords } from "./words.js";

sayWords("settings");
listenToSites();
listenToHighlights();
listenToBackup();
const show = (): Promise<unknown> => Promise.all([showSites(), showRules(), showHighlights()]);
onStored(() => void show());
onPermissionsChanged(() => void showSites());
await Promise.all([show(), showKeyboard()]);
