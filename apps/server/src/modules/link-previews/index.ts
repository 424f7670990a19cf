export { LinkPreviewsModule } from './link-previews.module.ts';
