import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.ts';
import { ChangeAccount } from './change-account.ts';
import { ClearStatus } from './clear-status.ts';
import { CreateUser } from './create-user.ts';
import { DeleteAvatar } from './delete-avatar.ts';
import { ListUsers } from './list-users.ts';
import { MeController } from './me.controller.ts';
import { PreferencesController } from './preferences.controller.ts';
import { PreferencesReader } from './preferences-reader.ts';
import { ReadAvatar } from './read-avatar.ts';
import { SetAvatar } from './set-avatar.ts';
import { SetDoNotDisturb } from './set-do-not-disturb.ts';
import { SetStatus } from './set-status.ts';
import { StatusController } from './status.controller.ts';
import { UpdateMe } from './update-me.ts';
import { UpdatePreferences } from './update-preferences.ts';
import { UpdateUser } from './update-user.ts';
import { UsersController } from './users.controller.ts';
import { Users } from './users.ts';

@Module({
  imports: [OrganisationModule],
  controllers: [MeController, PreferencesController, StatusController, UsersController],
  providers: [Users, PreferencesReader, UpdatePreferences, CreateUser, ChangeAccount, UpdateMe, UpdateUser, ListUsers, SetAvatar, DeleteAvatar, ReadAvatar, SetStatus, ClearStatus, SetDoNotDisturb],
  exports: [Users, CreateUser, PreferencesReader],
})
export class UsersModule {}
