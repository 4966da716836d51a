import type { PageBody, PageCommon } from '../../shared/pages.ts';

/** The view of one kind of page. */
export type ViewOf<P extends PageBody['page']> = PageCommon & Extract<PageBody, { page: P }>;
