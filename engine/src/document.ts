/**
 * The shape of a pathway document: what a coordinator draws, what is stored, what the engine runs.
 * A document reaches these types only through `parseDocument`; nothing else may cast to them.
 */

/** One text in the interface's two languages. */
export interface Words {
  readonly it: string;
  readonly en: string;
}

export type Language = keyof Words;

export const ROLES = [
  'coordinator',
  'case-manager',
  'partner-operator',
  'monitor',
  'youth',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** A value that a fact or an answer may have. Dates are ISO 8601 strings. */
export type FactValue = string | number | boolean | readonly string[];

/** Facts by name; a fact that is not known is absent. */
export type Facts = Readonly<Record<string, FactValue>>;

export interface Option {
  readonly const: string;
  readonly label: Words;
}

/** The named formats of a string or number field; there are no patterns in a document. */
export const FORMATS = [
  'note',
  'date',
  'date-time',
  'email',
  'phone',
  'file',
  'edition',
  'consent',
  'attendance',
] as const;
export type Format = (typeof FORMATS)[number];

/** One field of a form, or one declared fact: a closed subset of JSON Schema and its words. */
export interface Field {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  readonly label: Words;
  /** The label as the subject of a sentence, with its article: «l'età», «the age». */
  readonly noun?: Words;
  readonly help?: Words;
  /** `note`, `email`, `phone`, `file` and plain strings are private: never a fact, never traced. */
  readonly format?: Format;
  /** The choices of a string field. */
  readonly oneOf?: readonly Option[];
  /** The choices of an array field (several choices). */
  readonly items?: { readonly type: 'string'; readonly oneOf: readonly Option[] };
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** Shown after the value, such as `%`, `€` or `years`. */
  readonly unit?: Words;
  /** The value at the start of a case (facts) or of filling in (forms). */
  readonly default?: FactValue;
  /** For `format: "edition"`: which kind of opportunity may be chosen. */
  readonly opportunity?: string;
}

/** A form, the case's data, or the participant's facts: one flat object schema. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly label?: Words;
  readonly properties: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
}

export const OPERATORS = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not-in',
  'contains',
  'known',
] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * A leaf of a rule. `fact` is `participant.<name>`, `case.<name>` or `answer.<name>` (a field of the
 * form that comes with the action or with the activity's end). `known` takes no value.
 */
export interface Condition {
  readonly fact: string;
  readonly op: Operator;
  readonly value?: FactValue;
}

/** A closed expression tree; `rule` refers to another named rule of the document. */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | { readonly rule: string }
  | Condition;

/** Something that a person can do; `machine` says where, this says what it is. */
export interface ActionDeclaration {
  readonly label: Words;
  readonly help?: Words;
  readonly form?: string;
  readonly roles: readonly Role[];
  /** `primary` is offered first, `quiet` last; an action that ends a case is `final`. */
  readonly emphasis?: 'primary' | 'quiet' | 'final';
}

export const OUTCOMES = [
  'employment',
  'self-employment',
  'education',
  'abroad-or-volunteering',
  'transferred',
  'withdrawn',
  'lost-contact',
  'not-started',
  'completed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The words and the place of one state node of the machine. Steps are named by unique keys. */
export interface StepDeclaration {
  readonly label: Words;
  readonly help?: Words;
  readonly stage?: string;
  /** Only on a final step of the machine's top level: how the case ended. */
  readonly outcome?: Outcome;
  /** The top left corner on the drawing, in pixels, relative to the step that contains it. */
  readonly at?: { readonly x: number; readonly y: number };
}

export interface StageDeclaration {
  readonly id: string;
  readonly label: Words;
  /** One of the palette's names; the colour itself is the interface's. */
  readonly colour: 'blue' | 'teal' | 'green' | 'amber' | 'orange' | 'purple' | 'grey';
}

/** A message that the machine's `message` effect sends; `{name}` is replaced (MESSAGE_NAMES). */
export interface MessageDeclaration {
  readonly to: 'participant' | 'guardian' | 'case-manager' | 'coordinator' | 'organisation';
  readonly subject: Words;
  readonly body: Words;
}

export const MESSAGE_NAMES = [
  'firstName',
  'caseManager',
  'appointmentAt',
  'appointmentPlace',
  'link',
  'pathway',
] as const;

/** Who does an activity: a role of the case's team, or an organisation (named, or by a fact). */
export type Assignee =
  | { readonly role: Role }
  | { readonly organisation: string | { readonly fact: string } };

export const ACTIVITY_KINDS = ['task', 'enrolment', 'appointment', 'pathway', 'service'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** The static input of an invoked activity (`invoke.input`); `{fact}` is resolved at opening. */
export interface ActivityInput {
  readonly label: Words;
  readonly help?: Words;
  /** The form with which the activity is completed; its fields become `answer.*`. */
  readonly form?: string;
  readonly assignee?: Assignee;
  /** ISO 8601 duration from the opening. */
  readonly due?: string;
  /** enrolment: which edition. */
  readonly edition?: { readonly fact: string };
  /** enrolment: what is sent with a seat (at once, or when one becomes free), and without one. */
  readonly messages?: { readonly enrolled?: string; readonly waiting?: string };
  /** appointment: when and where. */
  readonly at?: { readonly fact: string };
  readonly place?: { readonly fact: string };
  /** pathway: the id of the sub-pathway, and case facts handed to it by its own fact's name. */
  readonly pathway?: string;
  readonly data?: Readonly<Record<string, { readonly fact: string } | FactValue>>;
  /** service: the name under which the installation configured the address. */
  readonly service?: string;
}

/** What `record` may set a case fact to: a literal, an answer's field, or a sum; null forgets it. */
export type RecordValue = FactValue | null | { readonly answer: string } | { readonly add: number };

/** An effect in the machine: XState's action objects, of which the engine provides two. */
export type MachineEffect =
  | { readonly type: 'record'; readonly params: Readonly<Record<string, RecordValue>> }
  | { readonly type: 'message'; readonly params: { readonly message: string } };

export interface MachineTransition {
  /** `#step` anywhere, or the key of a sibling. Absent: the effects run and nothing is left. */
  readonly target?: string;
  readonly guard?: string;
  readonly actions?: readonly MachineEffect[];
  readonly reenter?: boolean;
  /** Shown on the arrow; free for the author. */
  readonly description?: string;
}

type OneOrMore<T> = T | readonly T[];

export interface MachineInvoke {
  /** Unique in the document: the activity's name. */
  readonly id: string;
  readonly src: ActivityKind;
  readonly input: ActivityInput;
  readonly onDone?: OneOrMore<MachineTransition>;
  readonly onError?: OneOrMore<MachineTransition>;
}

/** A state node: plain JSON that XState v5 runs, given the engine's implementations. */
export interface MachineNode {
  /** Absent, or the node's own key, so that `#key` reaches it from anywhere. */
  readonly id?: string;
  readonly type?: 'parallel' | 'final' | 'history';
  readonly history?: 'shallow' | 'deep';
  /** Of a history node: where to go when there is none yet. */
  readonly target?: string;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, MachineNode>>;
  readonly on?: Readonly<Record<string, OneOrMore<MachineTransition>>>;
  /** Keys are ISO 8601 durations. */
  readonly after?: Readonly<Record<string, OneOrMore<MachineTransition>>>;
  readonly always?: OneOrMore<MachineTransition>;
  readonly onDone?: OneOrMore<MachineTransition>;
  readonly invoke?: OneOrMore<MachineInvoke>;
  readonly entry?: readonly MachineEffect[];
  readonly exit?: readonly MachineEffect[];
  readonly description?: string;
}

export interface PathwayDocument {
  readonly $schema?: string;
  readonly format: 1;
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: Words;
  readonly summary?: Words;
  readonly subject: 'person' | 'group';
  /** The facts about the participant that this pathway reads; the installation supplies them. */
  readonly participant: ObjectSchema;
  /** The case's own facts; only `record` and a correction change them. */
  readonly data: ObjectSchema;
  readonly forms: Readonly<Record<string, ObjectSchema>>;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly actions: Readonly<Record<string, ActionDeclaration>>;
  readonly messages: Readonly<Record<string, MessageDeclaration>>;
  readonly stages: readonly StageDeclaration[];
  readonly steps: Readonly<Record<string, StepDeclaration>>;
  readonly machine: MachineNode & { readonly id: string };
}
