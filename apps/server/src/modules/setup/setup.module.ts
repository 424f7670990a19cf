import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { TeamsModule } from '../teams/index.ts';
import { UsersModule } from '../users/index.ts';
import { CompleteSetup } from './complete-setup.ts';
import { FoundOrganisation } from './found-organisation.ts';
import { SetupController } from './setup.controller.ts';
import { SetupLink } from './setup-link.ts';
import { UnattendedSetup } from './unattended-setup.ts';

@Module({
  imports: [AuthModule, OrganisationModule, TeamsModule, UsersModule],
  controllers: [SetupController],
  providers: [CompleteSetup, FoundOrganisation, SetupLink, UnattendedSetup],
  exports: [SetupLink, UnattendedSetup],
})
export class SetupModule {}
