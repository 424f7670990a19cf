import { accountRoutes } from './accounts.ts';
import { conversationRoutes } from './conversations.ts';
import { messageRoutes } from './messages.ts';
import type { CallOf, InputOf, OutputOf } from './route.ts';

/** The public REST API, by operation id. */
export const ROUTES = { ...accountRoutes, ...conversationRoutes, ...messageRoutes };
export type OperationId = keyof typeof ROUTES;
export type RouteInput<O extends OperationId> = InputOf<(typeof ROUTES)[O]>;
export type RouteCall<O extends OperationId> = CallOf<(typeof ROUTES)[O]>;
export type RouteOutput<O extends OperationId> = OutputOf<(typeof ROUTES)[O]>;
export type { RouteDefinition } from './route.ts';
