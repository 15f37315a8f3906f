import {ownFolders} from './localizer.js';
import {updateMessages} from './update.js';

await updateMessages(ownFolders);
