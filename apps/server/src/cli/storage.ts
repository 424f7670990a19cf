import { Command } from 'commander';
import { storageCheckCommand } from './storage-check.ts';

export const storageCommand = (): Command => new Command('storage').description('look after the bytes of files').addCommand(storageCheckCommand());
