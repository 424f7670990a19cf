import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.ts';
import { FetchPage } from './fetch-page.ts';
import { FetchPreviews } from './fetch-previews.ts';
import { LinkPreviewRepository } from './link-preview.repository.ts';
import { LinkPreviewsController } from './link-previews.controller.ts';
import { RemoveLinkPreview } from './remove-link-preview.ts';

@Module({
  imports: [OrganisationModule],
  controllers: [LinkPreviewsController],
  providers: [FetchPage, FetchPreviews, LinkPreviewRepository, RemoveLinkPreview],
})
export class LinkPreviewsModule {}
