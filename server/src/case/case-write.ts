/** One revision of one case as rows to be written: what `advance` decided, ready for one statement. */
export interface CaseWrite {
  readonly caseId: string;
  /** The revision that was read; the write happens only if the case still has it. */
  readonly expectedRevision: number;
  readonly version: number;
  readonly at: string;
  readonly status: 'active' | 'done';
  readonly outcome: string | null;
  readonly snapshot: string;
  readonly steps: readonly string[];
  readonly caseManagerId: string | null;
  readonly linkEpoch: number;
  readonly entry: EntryRow;
  readonly privateAnswers: readonly { readonly field: string; readonly text: string }[];
  readonly closed: readonly ClosedActivity[];
  readonly opened: readonly OpenedActivity[];
  readonly revised: readonly RevisedActivity[];
  readonly timersSet: readonly { readonly timer: string; step: string; readonly dueAt: string }[];
  readonly timersCleared: readonly string[];
  readonly mail: readonly MailRow[];
  readonly jobs: readonly JobRow[];
}

export interface EntryRow {
  readonly kind: string;
  readonly actorKind: 'person' | 'youth' | 'system';
  readonly actorId: string | null;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly facts: string;
  readonly salt: Buffer;
  readonly digest: Buffer;
  readonly hash: Buffer;
  readonly idempotencyKey: string | null;
  /** Salted digest of the request that the key stood for. */
  readonly requestDigest: Buffer | null;
}

export interface ClosedActivity {
  readonly activity: string;
  readonly status: 'completed' | 'declined' | 'withdrawn' | 'failed';
  readonly declineReason: string | null;
}

export interface OpenedActivity {
  readonly id: string;
  readonly activity: string;
  readonly kind: string;
  readonly step: string;
  readonly role: string | null;
  readonly organisationId: string | null;
  readonly label: { readonly it: string; readonly en: string };
  readonly help: { readonly it: string; readonly en: string } | null;
  readonly form: string | null;
  readonly editionId: string | null;
  readonly dueAt: string | null;
  readonly appointmentAt: string | null;
  readonly appointmentPlace: string | null;
  readonly subCaseId: string | null;
}

/** An activity that stays open, or is open again, as another version describes it. */
export interface RevisedActivity
  extends Pick<OpenedActivity, 'id' | 'step' | 'role' | 'label' | 'help' | 'form' | 'dueAt'> {
  readonly organisationId: string | null;
  readonly status: 'open' | 'accepted';
}

export interface MailRow {
  readonly id: string;
  /** Makes a repeat harmless. */
  readonly key: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

export interface JobRow {
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly runAt: string | null;
  readonly key: string;
}
