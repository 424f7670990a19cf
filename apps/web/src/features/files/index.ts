/** The only door to this feature for others. */
export { AttachButton } from './attach-button.tsx';
/** The files of a conversation, for its details. */
export { ChannelFiles } from './channel-files-on-demand.ts';
export { FileDropZone } from './file-drop-zone.tsx';
export { AttachmentTray, MessageAttachments } from './attachments-on-demand.tsx';
export { useComposerFiles, type ComposerFiles } from './use-composer-files.ts';
export { VoiceButton } from './voice-button.tsx';
