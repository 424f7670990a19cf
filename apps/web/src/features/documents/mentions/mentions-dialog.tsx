import { Button } from '@mantine/core';
import type { DocumentMention } from '@parvis/contracts';
import { Avatar, EmptyState, SkeletonRows } from '@parvis/ui';
import { IconAt } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import type { DialogProps } from '../../../app/screens.ts';
import { useErrorText } from '../../../app/use-error-text.ts';
import { useFormat } from '../../../i18n/index.ts';
import { api, useUser } from '../../../sync/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { useDocumentHints, useInvalidateDocuments } from '../document-queries.ts';
import classes from './mentions.module.css';

const PAGE = 50;

/** Where others mentioned me in documents, the last first. */
export function MentionsDialog({ onClose }: DialogProps) {
  const { t } = useTranslation('documents');
  const errorText = useErrorText();
  const invalidate = useInvalidateDocuments();
  useDocumentHints();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['documents', 'mentions'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.call('listDocumentMentions', { query: { limit: PAGE, ...(pageParam !== undefined && { cursor: pageParam }) } }),
    getNextPageParam: ({ next }) => next ?? undefined,
    retry: false,
  });
  const mentions = data?.pages.flatMap((page) => page.mentions);
  const see = (documentId?: string) => void api.call('seeDocumentMentions', { body: documentId === undefined ? {} : { documentId } }).then(() => invalidate(), () => undefined);
  return (
    <DialogFrame title={t('mentions.title')} size={560} onClose={onClose}>
      {!mentions && error === null && <SkeletonRows rows={4} label={t('mentions.loading')} />}
      {!mentions && error !== null && <EmptyState title={t('mentions.failed')}>{errorText(error)}</EmptyState>}
      {mentions?.length === 0 && <EmptyState icon={<IconAt size={32} />} title={t('mentions.none')}>{t('mentions.noneText')}</EmptyState>}
      {data !== undefined && (data.pages[0]?.unseen ?? 0) > 0 && <Button variant="subtle" size="compact-sm" onClick={() => see()}>{t('mentions.seeAll')}</Button>}
      <ul className={classes.list}>
        {mentions?.map((mention) => <Mention key={`${mention.document.id} ${mention.key}`} mention={mention} onOpen={() => { see(mention.document.id); onClose(); }} />)}
      </ul>
      {hasNextPage && <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('mentions.more')}</Button>}
    </DialogFrame>
  );
}

function Mention({ mention: { document, byUserId, at, excerpt, seenAt }, onOpen }: { mention: DocumentMention; onOpen: () => void }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const user = useUser(byUserId ?? undefined);
  const name = user?.name ?? t('page.somebody');
  return (
    <li>
      <Link to="/docs/$documentId" params={{ documentId: document.id }} className={classes.mention} data-unseen={seenAt === null || undefined} onClick={onOpen}>
        <Avatar id={byUserId ?? ''} name={name} src={user && avatarUrl(user)} size={30} />
        <span className={classes.text}>
          <span className={classes.where}>
            {seenAt === null && <span className={classes.dot} role="img" aria-label={t('mentions.unseen')} />}
            <b>{t('mentions.by', { name })}</b> · {document.icon} {document.title || t('untitled')}
          </span>
          <span className={classes.excerpt}>{excerpt}</span>
          <time className={classes.time} dateTime={at}>{format.relative(at)}</time>
        </span>
      </Link>
    </li>
  );
}
