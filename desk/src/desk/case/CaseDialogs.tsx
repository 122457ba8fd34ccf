import { DeclineDialog } from '../tasks/DeclineDialog.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { CompleteDialog } from './CompleteDialog.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import type { CaseDialog } from './case-context.ts';
import { DuplicateDialog } from './DuplicateDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { ParticipantDialog } from './ParticipantDialog.tsx';
import { ReplayDialog } from './ReplayDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { closeWith } from './useCaseCommand.ts';

interface Props {
  readonly dialog: CaseDialog;
  readonly onClose: () => void;
}

/** The one dialog that is open over the case's page. */
export function CaseDialogs({ dialog, onClose }: Props) {
  switch (dialog.kind) {
    case 'action':
      return <ActionDialog possibility={dialog.possibility} onClose={onClose} />;
    case 'complete':
      return <CompleteDialog activity={dialog.activity} onClose={onClose} />;
    case 'decline':
      return (
        <DeclineDialog
          task={dialog.activity}
          onClose={onClose}
          onDeclined={(said) => closeWith(said, onClose)}
        />
      );
    case 'assign':
      return <AssignDialog onClose={onClose} />;
    case 'share':
      return <ShareDialog onClose={onClose} />;
    case 'correct':
      return <CorrectDialog onClose={onClose} />;
    case 'participant':
      return <ParticipantDialog onClose={onClose} />;
    case 'link':
      return <LinkDialog onClose={onClose} />;
    case 'replay':
      return <ReplayDialog onClose={onClose} />;
    case 'duplicate':
      return <DuplicateDialog caseId={dialog.caseId} onClose={onClose} />;
  }
}
