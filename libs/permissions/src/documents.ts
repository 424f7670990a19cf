import type { DocumentRole } from '@parvis/contracts';
import { isGuest, type PermissionActor } from './actor.ts';

/** A document, and what the actor is to it: by its home, its grants and its link, its own or from above. */
export interface DocumentPlace {
  /** Null: nothing. */
  readonly role: DocumentRole | null;
  readonly trashed: boolean;
  /** Its conversation is archived: nothing in it changes any more. */
  readonly archived: boolean;
}

const RANKS: readonly DocumentRole[] = ['reader', 'commenter', 'editor', 'manager'];
const is = ({ role }: DocumentPlace, least: DocumentRole): boolean => role !== null && RANKS.indexOf(role) >= RANKS.indexOf(least);
const alive = ({ trashed, archived }: DocumentPlace): boolean => !trashed && !archived;

export const documentRules = {
  /** Of one's own: guests have their documents where they were brought in. */
  'document.create': (actor: PermissionActor): boolean => !isGuest(actor),
  /** In the trash: for those who could write in it. */
  'document.see': (_actor: PermissionActor, place: DocumentPlace): boolean => is(place, place.trashed ? 'editor' : 'reader'),
  'document.comment': (_actor: PermissionActor, place: DocumentPlace): boolean => alive(place) && is(place, 'commenter'),
  /** One's own words. */
  'document.edit_comment': (_actor: PermissionActor, place: DocumentPlace & { readonly ownComment: boolean }): boolean => alive(place) && is(place, 'commenter') && place.ownComment,
  'document.delete_comment': (_actor: PermissionActor, place: DocumentPlace & { readonly ownComment: boolean }): boolean =>
    alive(place) && is(place, place.ownComment ? 'commenter' : 'manager'),
  /** Words, title, icon, named versions, and new documents below it. */
  'document.edit': (_actor: PermissionActor, place: DocumentPlace): boolean => alive(place) && is(place, 'editor'),
  /** Where it is, with whom it is shared, whether it is a template. */
  'document.manage': (_actor: PermissionActor, place: DocumentPlace): boolean => alive(place) && is(place, 'manager'),
  /** To the whole world. */
  'document.publish': (actor: PermissionActor, place: DocumentPlace): boolean => !isGuest(actor) && alive(place) && is(place, 'manager'),
  /** What one wrote alone may go with an editor's hand too; what others wrote, with a manager's. */
  'document.trash': (_actor: PermissionActor, place: DocumentPlace & { readonly own: boolean }): boolean =>
    !place.archived && is(place, place.own ? 'editor' : 'manager'),
  'document.restore': (_actor: PermissionActor, place: DocumentPlace & { readonly own: boolean }): boolean =>
    place.trashed && !place.archived && is(place, place.own ? 'editor' : 'manager'),
  'document.purge': (_actor: PermissionActor, place: DocumentPlace): boolean => place.trashed && is(place, 'manager'),
} as const;
