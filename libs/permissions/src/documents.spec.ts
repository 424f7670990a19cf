import type { DocumentRole, UserRole } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { documentRules } from './documents.ts';
import { can } from './index.ts';

type DocumentAction = Exclude<keyof typeof documentRules, 'document.create'>;
type State = 'there' | 'trashed' | 'archived' | 'trashed and archived';

/** A role by its first letter: reader, commenter, editor, manager. */
const ROLES: Record<string, DocumentRole | null> = { r: 'reader', c: 'commenter', e: 'editor', m: 'manager', '-': null };
const STATES: Record<State, { trashed: boolean; archived: boolean }> = {
  there: { trashed: false, archived: false },
  trashed: { trashed: true, archived: false },
  archived: { trashed: false, archived: true },
  'trashed and archived': { trashed: true, archived: true },
};
const nothing = { trashed: '', archived: '', 'trashed and archived': '' };

/** Who may, of what others made. */
const TABLE: Record<DocumentAction, Record<State, string>> = {
  'document.see': { there: 'rcem', trashed: 'em', archived: 'rcem', 'trashed and archived': 'em' },
  'document.comment': { ...nothing, there: 'cem' },
  'document.edit_comment': { ...nothing, there: '' },
  'document.delete_comment': { ...nothing, there: 'm' },
  'document.edit': { ...nothing, there: 'em' },
  'document.manage': { ...nothing, there: 'm' },
  'document.publish': { ...nothing, there: 'm' },
  'document.trash': { ...nothing, there: 'm', trashed: 'm' },
  'document.restore': { ...nothing, there: '', trashed: 'm' },
  'document.purge': { there: '', trashed: 'm', archived: '', 'trashed and archived': 'm' },
};
/** Of what they made themselves, a document or a comment, where that differs. */
const OWN: Partial<Record<DocumentAction, Record<State, string>>> = {
  'document.edit_comment': { ...nothing, there: 'cem' },
  'document.delete_comment': { ...nothing, there: 'cem' },
  'document.trash': { ...nothing, there: 'em', trashed: 'em' },
  'document.restore': { ...nothing, there: '', trashed: 'em' },
};
/** What guests may not, whatever they are to it. */
const NO_GUESTS: readonly DocumentAction[] = ['document.publish'];

const users: UserRole[] = ['owner', 'admin', 'member', 'guest'];
const cases = (Object.keys(TABLE) as DocumentAction[]).flatMap((action) => [false, true].flatMap((own) =>
  (Object.keys(STATES) as State[]).flatMap((state) => users.flatMap((role) => Object.keys(ROLES).map((letter) => ({
    action, own, state, role, letter,
    allowed: ((own ? OWN[action] : undefined) ?? TABLE[action])[state].includes(letter) && !(role === 'guest' && NO_GUESTS.includes(action)),
  }))))));

describe('who may do what with a document', () => {
  it('has a row for every rule', () => {
    expect([...Object.keys(TABLE), 'document.create'].sort()).toEqual(Object.keys(documentRules).sort());
  });

  it.each(cases)('$action, own: $own, $state, by a $role who is $letter to it: $allowed', ({ action, own, state, role, letter, allowed }) => {
    expect(can({ role }, action, { role: ROLES[letter] ?? null, ...STATES[state], own, ownComment: own })).toBe(allowed);
  });

  it.each(users)('lets everybody but guests have documents of their own: %s', (role) => {
    expect(can({ role }, 'document.create')).toBe(role !== 'guest');
  });
});
