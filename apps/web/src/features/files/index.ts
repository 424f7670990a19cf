/** The only door to this feature for others. */
export { AttachButton } from './attach-button.tsx';
export { AttachmentTray } from './attachment-tray.tsx';
/** The files of a conversation, for its details. */
export { ChannelFiles } from './channel-files-on-demand.ts';
export { FileDropZone } from './file-drop-zone.tsx';
export { MessageAttachments } from './message-attachments.tsx';
export { useComposerFiles, type ComposerFiles } from './use-composer-files.ts';
export { VoiceButton } from './voice-button.tsx';
