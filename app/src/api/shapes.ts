// Written by `python -m docs.shapes` from the server's own description of its API; not edited by hand.
// Offsets count code points, half-open; days are YYYY-MM-DD, instants ISO 8601 in UTC.

export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
}

export interface AcledRow {
  name: string;
  event_type: string;
  definition: string;
}

export type Action = "confirm" | "reject" | "correct" | "add" | "comment" | "undo";

export interface Adjudication {
  event: Event | null;
  comment: string | null;
}

export interface Agreement {
  sample: number;
  n_reports: number;
  alpha: number | null;
  slots: SlotAgreement[];
  matched: number;
  only_first: number;
  only_second: number;
}

export interface Appearance {
  title: string | null;
  source: string | null;
  url: string | null;
  seen_at: string;
}

export interface CategoryRow {
  code: string;
  definition: string;
  quad: string;
  modes: ModeRow[];
}

export interface Chain {
  id: string;
  incidents: IncidentRow[];
  links: ChainLink[];
}

export interface ChainLink {
  answer: string;
  to: string;
}

export interface ChainRow {
  id: string;
  n_incidents: number;
  first_day: string | null;
  last_day: string | null;
  categories: string[];
  countries: string[];
  actors: string[];
  killed: number | null;
}

export interface Claim {
  field: ClaimField;
  value: string | Party | Place | Interval | Quantity;
  spans: Span[];
  event_id: string;
  report_id: string;
  source: string | null;
  attribution: Span[];
  published: string | null;
}

export type ClaimField = "category" | "mode" | "acled" | "realis" | "place" | "time" | "actors" | "recipients" | "weapons" | "killed" | "injured" | "count" | "claimed_by";

export interface CodebookPage {
  version: string;
  categories: CategoryRow[];
  sectors: SectorRow[];
  acled: AcledRow[];
  realis: Realis[];
  place_precisions: PlacePrecision[];
  time_precisions: TimePrecision[];
}

export interface CoderProgress {
  name: string;
  n_done: number;
}

export interface Count {
  value: string;
  n: number;
}

export interface Decision {
  id: number;
  report_id: string;
  event_id: string;
  action: Action;
  by: string;
  at: string;
  before: Event | null;
  after: Event | null;
  comment: string | null;
  sample: number | null;
  undoes: number | null;
  undone: boolean;
}

export interface Disagreement {
  id: string;
  sample: number;
  report_id: string;
  title: string | null;
  excerpt: string;
  start: number;
  fields: string[];
  values: [Versus, Versus];
  coded: Event | null;
  event_id: string | null;
  is_settled: boolean;
  settled: Event | null;
  settled_by: string | null;
}

export interface ErrorBody {
  code: string;
  message: string;
  status: number;
  details: ErrorDetail[];
}

export interface ErrorDetail {
  where: string;
  message: string;
}

export interface ErrorResponse {
  error: ErrorBody;
}

export interface Event {
  id: string;
  category: string;
  mode: string[];
  acled: string | null;
  trigger: Span;
  mentions: Span[];
  actors: Party[];
  recipients: Party[];
  place: Place | null;
  time: Interval | null;
  weapons: Span[];
  killed: Quantity | null;
  injured: Quantity | null;
  count: Quantity;
  realis: Realis;
  attribution: Span[];
  claimed_by: Span[];
  responds_to: string[];
  confidence: number | null;
  note: string | null;
}

export type EventOrder = "report" | "least_confident" | "newest" | "oldest";

export interface Facets {
  categories: Count[];
  countries: Count[];
  actors: Count[];
  recipients: Count[];
  total: number;
}

export interface Figure {
  best: number | null;
  low: number | null;
  high: number | null;
  rule: string;
  basis: string;
}

export interface IncidentEvent {
  id: string;
  etag: string;
  state: ReviewState;
  same_as: string | null;
  report_id: string;
  title: string | null;
  source: string | null;
  published: string | null;
  event: Event;
  excerpt: string | null;
  start: number | null;
}

export type IncidentKind = "single" | "plan" | "aggregate" | "historic" | "hypothetical" | "generic";

export type IncidentOrder = "newest" | "oldest" | "killed" | "reports";

export interface IncidentPage {
  incident: IncidentRow;
  events: IncidentEvent[];
  claims: Claim[];
  links: Link[];
  answers: IncidentRow[];
  answered_by: IncidentRow[];
  plans: IncidentRow[];
  recalls: IncidentRow[];
  etag: string;
}

export interface IncidentRow {
  id: string;
  kind: IncidentKind;
  category: string;
  modes: string[];
  acled: string | null;
  realis: Realis;
  first_day: string | null;
  last_day: string | null;
  place: string | null;
  region: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  precision: string | null;
  actors: string[];
  recipients: string[];
  killed: Figure | null;
  injured: Figure | null;
  n_reports: number;
  n_events: number;
  contradicting: string[];
}

export interface Interval {
  text: string | null;
  start: number | null;
  end: number | null;
  rule: string | null;
  from: string;
  to: string;
  precision: TimePrecision;
  timex: string | null;
}

export interface Job {
  id: string;
  name: string;
  by: string;
  state: JobState;
  started_at: string;
  ended_at: string | null;
  n_reports: number;
  n_events: number;
  n_refused: number;
  reports: string[];
  refusals: Refusal[];
  message: string | null;
}

export type JobState = "waiting" | "running" | "done" | "failed" | "cancelled";

export interface Link {
  left: string;
  right: string;
  relation: Relation;
  probability: number;
  reasons: Reason[];
  verdict: Verdict | null;
  by: string | null;
  at: string | null;
  comment: string | null;
}

export interface LinkDecision {
  left: string;
  right: string;
  verdict: Verdict | null;
  comment: string | null;
}

export interface Login {
  name: string;
  password: string;
}

export interface Merge {
  incidents: string[];
  comment: string | null;
}

export interface ModeRow {
  code: string;
  definition: string;
}

export interface NewDecision {
  action: Action;
  event: Event | null;
  comment: string | null;
  sample: number | null;
}

export interface NewEvent {
  event: Event;
  comment: string | null;
  sample: number | null;
}

export interface NewPassword {
  old: string;
  new: string;
}

export interface NewSample {
  name: string;
  coders: [string, string];
  size: number;
  seed: number;
  start: Start;
  reports: string[];
}

export interface Party {
  text: string | null;
  start: number | null;
  end: number | null;
  rule: string | null;
  name: string;
  country: string | null;
  sector: string | null;
}

export interface PartyMatrix {
  actors: string[];
  recipients: string[];
  n: number[][];
  killed: ((number | null)[])[];
  total: number;
  n_shown: number;
}

export interface PartyRow {
  name: string;
  country: string | null;
  sector: string | null;
  known: boolean;
  n_incidents: number;
}

export interface Person {
  name: string;
  role: Role;
  since: string | null;
}

export interface Place {
  text: string | null;
  start: number | null;
  end: number | null;
  rule: string | null;
  name: string;
  country: string | null;
  lat: number | null;
  lon: number | null;
  precision: PlacePrecision;
  region: string | null;
  geonames_id: number | null;
}

export type PlacePrecision = "exact" | "near" | "region" | "country";

export interface PlaceRow {
  name: string;
  country: string | null;
  region: string | null;
  lat: number;
  lon: number;
  population: number;
  feature: string;
  precision: PlacePrecision;
  geonames_id: number | null;
}

export interface Points {
  ids: string[];
  lat: number[];
  lon: number[];
  day: (number | null)[];
  category: number[];
  killed: (number | null)[];
  categories: string[];
  n_without_point: number;
  total: number;
}

export interface Quantity {
  text: string | null;
  start: number | null;
  end: number | null;
  rule: string | null;
  low: number | null;
  high: number | null;
}

export interface QueueItem {
  id: string;
  report_id: string;
  state: ReviewState;
  event: Event;
  incident_id: string | null;
  etag: string;
  title: string | null;
  source: string | null;
  published: string | null;
  same_as: string | null;
  excerpt: string;
  start: number;
}

export type Realis = "occurred" | "planned" | "hypothetical" | "denied" | "alleged" | "generic";

export interface Reason {
  comparison: string;
  level: string;
  weight: number;
}

export interface Refusal {
  source: string;
  code: string;
  reason: string;
  line: number | null;
}

export type Relation = "same" | "carried_out" | "recalled";

export interface Report {
  doc_id: string;
  text: string;
  published: string | null;
  title: string | null;
  source: string | null;
  url: string | null;
}

export type ReportOrder = "newest" | "oldest" | "added" | "title";

export interface ReportPage {
  id: string;
  report: Report;
  state: ReportState;
  events: ReviewedEvent[];
  remarks: string[];
  share_read: number;
  versions: Versions | null;
  same_as: string | null;
  similarity: number | null;
  republished_as: string[];
  appearances: Appearance[];
  added_at: string;
  sample: number | null;
}

export interface ReportRow {
  id: string;
  title: string | null;
  source: string | null;
  published: string | null;
  url: string | null;
  n_events: number;
  n_open: number;
  state: ReportState;
  same_as: string | null;
  added_at: string;
}

export type ReportState = "open" | "partly" | "done" | "empty";

export type ReviewState = "open" | "confirmed" | "corrected" | "rejected" | "added";

export interface ReviewedEvent {
  id: string;
  report_id: string;
  state: ReviewState;
  event: Event;
  coded: Event | null;
  incident_id: string | null;
  decisions: Decision[];
  etag: string;
}

export type Role = "reader" | "coder" | "adjudicator" | "admin";

export interface Sample {
  id: number;
  name: string;
  start: Start;
  seed: number;
  n_reports: number;
  coders: CoderProgress[];
  n_disagreements: number | null;
  created_by: string;
  created_at: string;
}

export interface SampleReport {
  report_id: string;
  title: string | null;
  done: boolean;
}

export interface SectorRow {
  code: string;
  definition: string;
}

export interface SlotAgreement {
  slot: string;
  n: number;
  share: number | null;
  alpha: number | null;
}

export interface Span {
  text: string;
  start: number;
  end: number;
}

export interface Split {
  events: string[];
  comment: string | null;
}

export type Start = "machine" | "empty";

export interface Summary {
  n_reports: number;
  n_republished: number;
  n_events: number;
  n_incidents: number;
  n_decisions: number;
  reports_by_state: Count[];
  events_by_state: Count[];
  events_by_category: Count[];
  sources: Count[];
  first_day: string | null;
  last_day: string | null;
  sequence: number;
}

export type TimePrecision = "day" | "days" | "week" | "month" | "season" | "year" | "longer";

export interface Timeline {
  unit: string;
  starts: string[];
  categories: string[];
  n: number[][];
  n_undated: number;
  total: number;
}

export type Unit = "auto" | "day" | "week" | "month" | "year";

export type Verdict = "confirm" | "cut";

export interface Versions {
  code: string;
  model: string;
  codebook: string;
  gazetteer: string;
}

export interface Versus {
  coder: string;
  event: Event | null;
  comment: string | null;
}

export interface Whoami {
  name: string | null;
  role: Role | null;
  accounts: boolean;
  csrf: string | null;
  version: string;
  ledger: string | null;
}
