import type { PermissionActor } from './actor.ts';

export interface FileResource {
  /** It is in a message, hence its conversation's. */
  attached: boolean;
  /** The actor uploaded it. */
  own: boolean;
}

export const fileRules = {
  /** In a message: whoever is in the conversation now. Before: its uploader. */
  'file.read': (_actor: PermissionActor, file: FileResource & { member: boolean }): boolean => (file.attached ? file.member : file.own),
  /** Only before a message takes it. */
  'file.change': (_actor: PermissionActor, file: FileResource): boolean => !file.attached && file.own,
};
