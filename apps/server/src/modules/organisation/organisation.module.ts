import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.ts';
import { OrganisationController } from './organisation.controller.ts';
import { OrganisationReader } from './organisation-reader.ts';
import { UpdateOrganisation } from './update-organisation.ts';

@Module({
  imports: [MailModule],
  controllers: [OrganisationController],
  providers: [OrganisationReader, UpdateOrganisation],
  exports: [OrganisationReader],
})
export class OrganisationModule {}
