import { Command } from 'commander';
import { userCreateCommand } from './user-create.ts';
import { userHandOverCommand } from './user-hand-over.ts';
import { userResetLinkCommand } from './user-reset-link.ts';

export const userCommand = (): Command =>
  new Command('user').description('people and their accounts').addCommand(userCreateCommand()).addCommand(userResetLinkCommand()).addCommand(userHandOverCommand());
