export { CreateUser, type NewUser } from './create-user.ts';
export { GuestMaker } from './guest-maker.ts';
export { DEFAULT_PREFERENCES, PreferencesReader } from './preferences-reader.ts';
export { SessionEnder } from './session-ender.ts';
export { toUser, USER_COLUMNS, type UserRow } from './user-row.ts';
export { Users } from './users.ts';
export { UsersModule } from './users.module.ts';
