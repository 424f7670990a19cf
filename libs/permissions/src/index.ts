import type { PermissionActor } from './actor.ts';
import { conversationRules } from './conversations.ts';

const RULES = { ...conversationRules };

/** Everything that is asked of a person's rights, as `<object>.<verb>`. */
export type Action = keyof typeof RULES;
export const ACTIONS = Object.keys(RULES) as Action[];

/** What a rule looks at besides the actor: nothing, or the object with the actor's place in it. */
type ResourceOf<A extends Action> = (typeof RULES)[A] extends (actor: PermissionActor) => boolean
  ? []
  : [resource: Parameters<(typeof RULES)[A]>[1]];

/** `can(actor, 'channel.rename', place)`: pure, the same answer on the server and on the screen. */
export function can<A extends Action>(actor: PermissionActor, action: A, ...resource: ResourceOf<A>): boolean {
  const rule = RULES[action] as (actor: PermissionActor, ...rest: unknown[]) => boolean;
  return rule(actor, ...resource);
}

export { isAdmin, isGuest, type PermissionActor } from './actor.ts';
export type { ChannelPlace, TeamPlace } from './conversations.ts';
