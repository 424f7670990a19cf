import { Controller, Req, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Route } from '../../platform/http/route.decorator.ts';
import { BlobStore } from '../../platform/storage/blob-store.ts';
import { contentHeaders, Files, sendBytes } from '../files/index.ts';
import { ReadPublished } from './read-published.ts';
import { sendUpdates } from './send-updates.ts';

/** What is published, without a session. */
@Controller()
export class PublishedDocumentsController {
  constructor(
    private readonly published: ReadPublished,
    private readonly files: Files,
    private readonly store: BlobStore,
  ) {}

  @Route('getPublishedDocument')
  getPublishedDocument(@Input() input: RouteInput<'getPublishedDocument'>): Promise<RouteOutput<'getPublishedDocument'>> {
    return this.published.one(input);
  }

  @Route('getPublishedDocumentState')
  async getPublishedDocumentState(@Input() input: RouteInput<'getPublishedDocumentState'>, @Res() reply: FastifyReply): Promise<void> {
    await sendUpdates(reply, await this.published.state(input));
  }

  @Route('getPublishedDocumentFile')
  async getPublishedDocumentFile(@Input() { params, query }: RouteInput<'getPublishedDocumentFile'>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.files.seePublished(params.id, params.fileId);
    await sendBytes(request, reply, this.store, file.content, { ...contentHeaders(file, query.download === 'true'), 'x-robots-tag': 'noindex' });
  }
}
