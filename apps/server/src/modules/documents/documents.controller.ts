import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput, SeenDocument } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { CreateDocument } from './create-document.ts';
import { ListDocuments } from './list-documents.ts';
import { MoveDocument } from './move-document.ts';
import { ReadDocument } from './read-document.ts';
import { TrashDocument } from './trash-document.ts';
import { UpdateDocument } from './update-document.ts';

/** Documents as they stand in the tree. */
@Controller()
export class DocumentsController {
  constructor(
    private readonly list: ListDocuments,
    private readonly create: CreateDocument,
    private readonly read: ReadDocument,
    private readonly update: UpdateDocument,
    private readonly move: MoveDocument,
    private readonly trash: TrashDocument,
  ) {}

  @Route('listDocuments')
  listDocuments(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listDocuments'>): Promise<RouteOutput<'listDocuments'>> {
    return this.list.run(actor, input);
  }

  @Route('listDocumentHomes')
  listDocumentHomes(@CurrentActor() actor: Actor): Promise<RouteOutput<'listDocumentHomes'>> {
    return this.list.homes(actor);
  }

  @Route('createDocument')
  createDocument(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createDocument'>): Promise<SeenDocument> {
    return this.create.run(actor, input);
  }

  @Route('lookUpDocuments')
  lookUpDocuments(@CurrentActor() actor: Actor, @Input() input: RouteInput<'lookUpDocuments'>): Promise<RouteOutput<'lookUpDocuments'>> {
    return this.read.names(actor, input);
  }

  @Route('getDocument')
  getDocument(@CurrentActor() actor: Actor, @Input() input: RouteInput<'getDocument'>): Promise<RouteOutput<'getDocument'>> {
    return this.read.one(actor, input);
  }

  @Route('updateDocument')
  updateDocument(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateDocument'>): Promise<SeenDocument> {
    return this.update.run(actor, input);
  }

  @Route('moveDocument')
  moveDocument(@CurrentActor() actor: Actor, @Input() input: RouteInput<'moveDocument'>): Promise<SeenDocument> {
    return this.move.run(actor, input);
  }

  @Route('trashDocument')
  trashDocument(@CurrentActor() actor: Actor, @Input() input: RouteInput<'trashDocument'>): Promise<void> {
    return this.trash.trash(actor, input);
  }

  @Route('restoreDocument')
  restoreDocument(@CurrentActor() actor: Actor, @Input() input: RouteInput<'restoreDocument'>): Promise<SeenDocument> {
    return this.trash.restore(actor, input);
  }

  @Route('purgeDocument')
  purgeDocument(@CurrentActor() actor: Actor, @Input() input: RouteInput<'purgeDocument'>): Promise<void> {
    return this.trash.purge(actor, input);
  }

  @Route('setDocumentFavourite')
  setDocumentFavourite(@CurrentActor() actor: Actor, @Input() input: RouteInput<'setDocumentFavourite'>): Promise<void> {
    return this.read.setFavourite(actor, input);
  }

  @Route('listBacklinks')
  listBacklinks(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listBacklinks'>): Promise<RouteOutput<'listBacklinks'>> {
    return this.read.backlinks(actor, input);
  }
}
