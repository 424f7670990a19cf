import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { IconFiles, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../i18n/index.ts';
import { api, useUser } from '../../sync/index.ts';
import classes from './channel-files.module.css';
import { FileIcon } from './file-icon.tsx';
import { contentUrl, downloadUrl, thumbnailUrl } from './file-url.ts';
import { formatSize } from './format-size.ts';

const PAGE = 30;

/** Every file in a conversation's messages, the newest first. */
export function ChannelFiles({ channelId }: { channelId: string }) {
  const { t } = useTranslation('files');
  const [query, setQuery] = useState('');
  const [wanted] = useDebouncedValue(query.trim(), 200);
  const pages = useInfiniteQuery({
    queryKey: ['channel-files', channelId, wanted],
    queryFn: ({ pageParam, signal }) => api.call('listChannelFiles', {
      params: { id: channelId }, query: { limit: PAGE, ...(wanted && { query: wanted }), ...(pageParam && { cursor: pageParam }) },
    }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
  const files = pages.data?.pages.flatMap((page) => page.files) ?? [];
  return (
    <div className={classes.pane}>
      {(files.length > 0 || wanted !== '') && (
        <TextInput
          aria-label={t('list.filter')} placeholder={t('list.filter')} leftSection={<IconSearch size={17} aria-hidden />} value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {pages.isPending && <SkeletonRows rows={5} label={t('list.loading')} />}
      {pages.isSuccess && files.length === 0 && (
        <EmptyState icon={<IconFiles size={30} stroke={1.5} aria-hidden />} title={t('list.title')}>
          {wanted === '' ? t('list.empty') : t('list.nothing', { query: wanted })}
        </EmptyState>
      )}
      <ul className={classes.list} aria-label={t('list.title')}>
        {files.map((entry) => <FileRow key={entry.file.id} channelId={channelId} entry={entry} />)}
      </ul>
      {pages.hasNextPage && <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('list.more')}</Button>}
    </div>
  );
}

type Entry = Awaited<ReturnType<typeof api.call<'listChannelFiles'>>>['files'][number];

function FileRow({ channelId, entry: { file, messageId, userId, createdAt } }: { channelId: string; entry: Entry }) {
  const { t, i18n } = useTranslation('files');
  const locale = formatLocale(i18n.language);
  const author = useUser(userId);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(createdAt));
  const opens = file.kind === 'image' || file.mediaType === 'application/pdf';
  return (
    <li className={classes.row}>
      {file.thumbnail ? <img className={classes.picture} src={thumbnailUrl(file)} alt="" loading="lazy" /> : <span className={classes.icon}><FileIcon file={file} /></span>}
      <span className={classes.names}>
        <a className={classes.name} href={opens ? contentUrl(file) : downloadUrl(file)} {...(opens ? { target: '_blank', rel: 'noopener' } : { download: file.name })}>{file.name}</a>
        <span className={classes.detail}>{[author?.name, day, formatSize(file.size, locale)].filter(Boolean).join(' · ')}</span>
        <Link className={classes.link} to="/c/$channelId" params={{ channelId }} search={{ message: messageId }}>{t('list.toMessage')}</Link>
      </span>
    </li>
  );
}
