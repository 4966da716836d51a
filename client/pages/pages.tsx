import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageView } from '../../shared/pages.ts';
import { ContactsPage } from './contacts.tsx';
import { CouriersPage } from './couriers.tsx';
import { DeskPage } from './desk.tsx';
import { DirectoryPage } from './directory.tsx';
import { EntryPage } from './entry.tsx';
import { GuardPage } from './guard.tsx';
import { HelpPage } from './help.tsx';
import { PosterPage } from './poster.tsx';
import { PrivacyPage } from './privacy.tsx';
import { ProblemPage } from './problem.tsx';
import { RepairsPage } from './repairs.tsx';
import { ReportPage } from './report.tsx';
import { RightsPage } from './rights.tsx';
import { RoomsPage } from './rooms.tsx';
import { StartPage } from './start.tsx';
import { SuggestPage } from './suggest.tsx';

/** The whole document for a view, as the server sends it. Pure: the same view gives the same text. */
export const renderPage = (view: PageView): string => `<!doctype html>${renderToString(page(view))}`;

function page(view: PageView): VNode {
  switch (view.page) {
    case 'start':
      return <StartPage view={view} />;
    case 'rooms':
      return <RoomsPage view={view} />;
    case 'help':
      return <HelpPage view={view} />;
    case 'directory':
      return <DirectoryPage view={view} />;
    case 'entry':
      return <EntryPage view={view} />;
    case 'desk':
      return <DeskPage view={view} />;
    case 'poster':
      return <PosterPage view={view} />;
    case 'report':
      return <ReportPage view={view} />;
    case 'suggest':
      return <SuggestPage view={view} />;
    case 'repairs':
      return <RepairsPage view={view} />;
    case 'rights':
      return <RightsPage view={view} />;
    case 'couriers':
      return <CouriersPage view={view} />;
    case 'contacts':
      return <ContactsPage view={view} />;
    case 'privacy':
      return <PrivacyPage view={view} />;
    case 'guard':
      return <GuardPage view={view} />;
    case 'problem':
      return <ProblemPage view={view} />;
  }
}
