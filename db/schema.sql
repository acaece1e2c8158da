CREATE TABLE account_entry (
    id INTEGER NOT NULL, 
    on_day DATE NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    item_id INTEGER NOT NULL, 
    amount INTEGER NOT NULL, 
    partner VARCHAR NOT NULL, 
    description VARCHAR NOT NULL, 
    unit_price INTEGER, 
    quantity INTEGER, 
    tax VARCHAR(32) NOT NULL, 
    receipt_number VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_account_entry PRIMARY KEY (id), 
    CONSTRAINT fk_account_entry_item_id_account_item FOREIGN KEY(item_id) REFERENCES account_item (id)
);

CREATE TABLE account_item (
    id INTEGER NOT NULL, 
    side VARCHAR(32) NOT NULL, 
    parent_id INTEGER, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_account_item PRIMARY KEY (id), 
    CONSTRAINT fk_account_item_parent_id_account_item FOREIGN KEY(parent_id) REFERENCES account_item (id)
);

CREATE TABLE account_programme (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_account_programme PRIMARY KEY (id), 
    CONSTRAINT uq_account_programme_name UNIQUE (name)
);

CREATE TABLE activity (
    id INTEGER NOT NULL, 
    slip_id INTEGER NOT NULL, 
    on_day DATE, 
    times INTEGER NOT NULL, 
    minutes INTEGER NOT NULL, 
    starts_at TIME, 
    ends_at TIME, 
    kind_id INTEGER, 
    people_helped INTEGER, 
    fare INTEGER NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_activity PRIMARY KEY (id), 
    CONSTRAINT fk_activity_kind_id_support_kind FOREIGN KEY(kind_id) REFERENCES support_kind (id), 
    CONSTRAINT fk_activity_slip_id_activity_slip FOREIGN KEY(slip_id) REFERENCES activity_slip (id)
);

CREATE TABLE activity_kind (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_activity_kind PRIMARY KEY (id), 
    CONSTRAINT uq_activity_kind_name UNIQUE (name)
);

CREATE TABLE activity_level (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_activity_level PRIMARY KEY (id), 
    CONSTRAINT uq_activity_level_name UNIQUE (name)
);

CREATE TABLE activity_slip (
    id INTEGER NOT NULL, 
    match_id INTEGER NOT NULL, 
    month DATE NOT NULL, 
    received_on DATE, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_activity_slip PRIMARY KEY (id), 
    CONSTRAINT fk_activity_slip_match_id_match FOREIGN KEY(match_id) REFERENCES "match" (id), 
    CONSTRAINT uq_activity_slip_match_id UNIQUE (match_id, month)
);

CREATE TABLE affiliation (
    id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    organisation_id INTEGER NOT NULL, 
    role VARCHAR NOT NULL, 
    starts_on DATE, 
    ends_on DATE, 
    is_main BOOLEAN NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_affiliation PRIMARY KEY (id), 
    CONSTRAINT fk_affiliation_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_affiliation_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE agenda_item (
    id INTEGER NOT NULL, 
    meeting_id INTEGER NOT NULL, 
    position INTEGER NOT NULL, 
    title VARCHAR NOT NULL, 
    issue_id INTEGER, 
    opinions TEXT NOT NULL, 
    CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
    CONSTRAINT fk_agenda_item_issue_id_local_issue FOREIGN KEY(issue_id) REFERENCES local_issue (id), 
    CONSTRAINT fk_agenda_item_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE answer_sheet (
    id INTEGER NOT NULL, 
    survey_id INTEGER NOT NULL, 
    number INTEGER NOT NULL, 
    organisation_id INTEGER, 
    district_id INTEGER, 
    received_on DATE, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_answer_sheet PRIMARY KEY (id), 
    CONSTRAINT fk_answer_sheet_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_answer_sheet_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_answer_sheet_survey_id_survey FOREIGN KEY(survey_id) REFERENCES survey (id), 
    CONSTRAINT uq_answer_sheet_survey_id UNIQUE (survey_id, number)
);

CREATE TABLE attachment (
    id INTEGER NOT NULL, 
    person_id INTEGER, 
    organisation_id INTEGER, 
    note_id INTEGER, 
    file_id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    added_on DATE NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_attachment PRIMARY KEY (id), 
    CONSTRAINT fk_attachment_file_id_attachment_file FOREIGN KEY(file_id) REFERENCES attachment_file (id), 
    CONSTRAINT fk_attachment_note_id_contact_note FOREIGN KEY(note_id) REFERENCES contact_note (id), 
    CONSTRAINT fk_attachment_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_attachment_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE attachment_file (
    id INTEGER NOT NULL, 
    digest VARCHAR NOT NULL, 
    size INTEGER NOT NULL, 
    content TEXT NOT NULL, 
    CONSTRAINT pk_attachment_file PRIMARY KEY (id), 
    CONSTRAINT uq_attachment_file_digest UNIQUE (digest)
);

CREATE TABLE attendance (
    id INTEGER NOT NULL, 
    enrollment_id INTEGER NOT NULL, 
    session_id INTEGER NOT NULL, 
    mark VARCHAR(32) NOT NULL, 
    planned BOOLEAN NOT NULL, 
    reason VARCHAR NOT NULL, 
    made_up_in_id INTEGER, 
    made_up_on DATE, 
    confirmed_by VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_attendance PRIMARY KEY (id), 
    CONSTRAINT fk_attendance_enrollment_id_enrollment FOREIGN KEY(enrollment_id) REFERENCES enrollment (id), 
    CONSTRAINT fk_attendance_made_up_in_id_course_session FOREIGN KEY(made_up_in_id) REFERENCES course_session (id), 
    CONSTRAINT fk_attendance_session_id_course_session FOREIGN KEY(session_id) REFERENCES course_session (id), 
    CONSTRAINT uq_attendance_enrollment_id UNIQUE (enrollment_id, session_id)
);

CREATE TABLE attendee (
    id INTEGER NOT NULL, 
    meeting_id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    office VARCHAR(32) NOT NULL, 
    post VARCHAR NOT NULL, 
    reply VARCHAR(32), 
    replied_on DATE, 
    presence VARCHAR(32), 
    proxy_name VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_attendee PRIMARY KEY (id), 
    CONSTRAINT fk_attendee_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
    CONSTRAINT fk_attendee_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
    CONSTRAINT uq_attendee_meeting_id UNIQUE (meeting_id, person_id)
);

CREATE TABLE budget_line (
    id INTEGER NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    item_id INTEGER NOT NULL, 
    amount INTEGER NOT NULL, 
    basis VARCHAR NOT NULL, 
    CONSTRAINT pk_budget_line PRIMARY KEY (id), 
    CONSTRAINT fk_budget_line_item_id_account_item FOREIGN KEY(item_id) REFERENCES account_item (id), 
    CONSTRAINT uq_budget_line_fiscal_year UNIQUE (fiscal_year, item_id)
);

CREATE TABLE category (
    id INTEGER NOT NULL, 
    scheme_id INTEGER NOT NULL, 
    sign VARCHAR NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_category PRIMARY KEY (id), 
    CONSTRAINT fk_category_scheme_id_scheme FOREIGN KEY(scheme_id) REFERENCES scheme (id), 
    CONSTRAINT uq_category_scheme_id UNIQUE (scheme_id, sign)
);

CREATE TABLE centre_registration (
    id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    wished_on DATE, 
    requested_on DATE, 
    registered_on DATE, 
    number VARCHAR NOT NULL, 
    cancelled_on DATE, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_centre_registration PRIMARY KEY (id), 
    CONSTRAINT fk_centre_registration_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id), 
    CONSTRAINT uq_centre_registration_supporter_id UNIQUE (supporter_id)
);

CREATE TABLE certificate (
    id INTEGER NOT NULL, 
    enrollment_id INTEGER NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    kind_id INTEGER NOT NULL, 
    serial INTEGER NOT NULL, 
    issued_on DATE NOT NULL, 
    name VARCHAR NOT NULL, 
    CONSTRAINT pk_certificate PRIMARY KEY (id), 
    CONSTRAINT fk_certificate_enrollment_id_enrollment FOREIGN KEY(enrollment_id) REFERENCES enrollment (id), 
    CONSTRAINT fk_certificate_kind_id_course_kind FOREIGN KEY(kind_id) REFERENCES course_kind (id), 
    CONSTRAINT uq_certificate_enrollment_id UNIQUE (enrollment_id), 
    CONSTRAINT uq_certificate_fiscal_year UNIQUE (fiscal_year, kind_id, serial)
);

CREATE TABLE certificate_reissue (
    id INTEGER NOT NULL, 
    certificate_id INTEGER NOT NULL, 
    reissued_on DATE NOT NULL, 
    reason VARCHAR NOT NULL, 
    name VARCHAR NOT NULL, 
    CONSTRAINT pk_certificate_reissue PRIMARY KEY (id), 
    CONSTRAINT fk_certificate_reissue_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id)
);

CREATE TABLE change (
    id INTEGER NOT NULL, 
    operation_id INTEGER NOT NULL, 
    table_name VARCHAR NOT NULL, 
    row_id INTEGER NOT NULL, 
    "before" TEXT, 
    "after" TEXT, 
    CONSTRAINT pk_change PRIMARY KEY (id), 
    CONSTRAINT fk_change_operation_id_operation FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE consent (
    id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    item VARCHAR(32) NOT NULL, 
    given_on DATE NOT NULL, 
    way VARCHAR(32) NOT NULL, 
    form_version VARCHAR NOT NULL, 
    withdrawn_on DATE, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_consent PRIMARY KEY (id), 
    CONSTRAINT fk_consent_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE contact_note (
    id INTEGER NOT NULL, 
    person_id INTEGER, 
    organisation_id INTEGER, 
    happened_at DATETIME NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    incoming BOOLEAN, 
    text TEXT NOT NULL, 
    follow_up_on DATE, 
    follow_up VARCHAR NOT NULL, 
    followed_up_on DATE, 
    CONSTRAINT pk_contact_note PRIMARY KEY (id), 
    CONSTRAINT fk_contact_note_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_contact_note_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE contract (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    starts_on DATE NOT NULL, 
    ends_on DATE NOT NULL, 
    client VARCHAR NOT NULL, 
    department VARCHAR NOT NULL, 
    contractor VARCHAR NOT NULL, 
    number VARCHAR NOT NULL, 
    signed_on DATE, 
    refunds BOOLEAN NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_contract PRIMARY KEY (id)
);

CREATE TABLE contract_year (
    id INTEGER NOT NULL, 
    contract_id INTEGER NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    amount INTEGER NOT NULL, 
    CONSTRAINT pk_contract_year PRIMARY KEY (id), 
    CONSTRAINT fk_contract_year_contract_id_contract FOREIGN KEY(contract_id) REFERENCES contract (id), 
    CONSTRAINT uq_contract_year_contract_id UNIQUE (contract_id, fiscal_year)
);

CREATE TABLE council (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    tier VARCHAR(32) NOT NULL, 
    district_id INTEGER, 
    care_too BOOLEAN NOT NULL, 
    established_on DATE, 
    ended_on DATE, 
    meetings_a_year INTEGER, 
    organisation_id INTEGER, 
    purpose VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_council PRIMARY KEY (id), 
    CONSTRAINT fk_council_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_council_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);

CREATE TABLE council_member (
    id INTEGER NOT NULL, 
    council_id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    standing VARCHAR(32) NOT NULL, 
    office VARCHAR(32) NOT NULL, 
    organisation_id INTEGER, 
    post VARCHAR NOT NULL, 
    starts_on DATE, 
    ends_on DATE, 
    appointment_number VARCHAR NOT NULL, 
    appointed_on DATE, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_council_member PRIMARY KEY (id), 
    CONSTRAINT fk_council_member_council_id_council FOREIGN KEY(council_id) REFERENCES council (id), 
    CONSTRAINT fk_council_member_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_council_member_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE course (
    id INTEGER NOT NULL, 
    kind_id INTEGER NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    term INTEGER NOT NULL, 
    title VARCHAR NOT NULL, 
    capacity INTEGER NOT NULL, 
    planned_sessions INTEGER NOT NULL, 
    minimum_attended INTEGER NOT NULL, 
    make_up_allowed BOOLEAN NOT NULL, 
    excused_counts BOOLEAN NOT NULL, 
    requires_kind_id INTEGER, 
    venue VARCHAR NOT NULL, 
    recruit_from DATE, 
    recruit_to DATE, 
    recruit_way VARCHAR NOT NULL, 
    fee INTEGER NOT NULL, 
    hosts VARCHAR NOT NULL, 
    staff VARCHAR NOT NULL, 
    status VARCHAR(32) NOT NULL, 
    purpose VARCHAR NOT NULL, 
    outcome VARCHAR NOT NULL, 
    improvement VARCHAR NOT NULL, 
    lottery_seed INTEGER, 
    lottery_on DATE, 
    note VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_course PRIMARY KEY (id), 
    CONSTRAINT fk_course_kind_id_course_kind FOREIGN KEY(kind_id) REFERENCES course_kind (id), 
    CONSTRAINT fk_course_requires_kind_id_course_kind FOREIGN KEY(requires_kind_id) REFERENCES course_kind (id)
);

CREATE TABLE course_kind (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    title VARCHAR NOT NULL, 
    sign VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    capacity INTEGER NOT NULL, 
    sessions INTEGER NOT NULL, 
    minimum_attended INTEGER NOT NULL, 
    make_up_allowed BOOLEAN NOT NULL, 
    excused_counts BOOLEAN NOT NULL, 
    requires_kind_id INTEGER, 
    CONSTRAINT pk_course_kind PRIMARY KEY (id), 
    CONSTRAINT fk_course_kind_requires_kind_id_course_kind FOREIGN KEY(requires_kind_id) REFERENCES course_kind (id), 
    CONSTRAINT uq_course_kind_name UNIQUE (name)
);

CREATE TABLE course_session (
    id INTEGER NOT NULL, 
    course_id INTEGER NOT NULL, 
    number INTEGER NOT NULL, 
    held_on DATE, 
    starts_at TIME, 
    ends_at TIME, 
    venue VARCHAR NOT NULL, 
    theme VARCHAR NOT NULL, 
    content VARCHAR NOT NULL, 
    form VARCHAR(32) NOT NULL, 
    lecturer VARCHAR NOT NULL, 
    lecturer_title VARCHAR NOT NULL, 
    materials VARCHAR NOT NULL, 
    required BOOLEAN NOT NULL, 
    status VARCHAR(32) NOT NULL, 
    change_reason VARCHAR NOT NULL, 
    first_planned_on DATE, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_course_session PRIMARY KEY (id), 
    CONSTRAINT fk_course_session_course_id_course FOREIGN KEY(course_id) REFERENCES course (id), 
    CONSTRAINT uq_course_session_course_id UNIQUE (course_id, number)
);

CREATE TABLE crossing (
    id INTEGER NOT NULL, 
    duty_id INTEGER NOT NULL, 
    scheme_id INTEGER NOT NULL, 
    kind_id INTEGER, 
    category_id INTEGER NOT NULL, 
    CONSTRAINT pk_crossing PRIMARY KEY (id), 
    CONSTRAINT fk_crossing_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
    CONSTRAINT fk_crossing_duty_id_duty FOREIGN KEY(duty_id) REFERENCES duty (id), 
    CONSTRAINT fk_crossing_kind_id_activity_kind FOREIGN KEY(kind_id) REFERENCES activity_kind (id), 
    CONSTRAINT fk_crossing_scheme_id_scheme FOREIGN KEY(scheme_id) REFERENCES scheme (id), 
    CONSTRAINT uq_crossing_duty_id UNIQUE (duty_id, scheme_id, kind_id)
);

CREATE TABLE custom_field (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    subject VARCHAR(32) NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    choices JSON NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_custom_field PRIMARY KEY (id), 
    CONSTRAINT uq_custom_field_subject UNIQUE (subject, name)
);

CREATE TABLE custom_value (
    id INTEGER NOT NULL, 
    field_id INTEGER NOT NULL, 
    person_id INTEGER, 
    organisation_id INTEGER, 
    value VARCHAR NOT NULL, 
    CONSTRAINT pk_custom_value PRIMARY KEY (id), 
    CONSTRAINT fk_custom_value_field_id_custom_field FOREIGN KEY(field_id) REFERENCES custom_field (id), 
    CONSTRAINT fk_custom_value_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_custom_value_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
    CONSTRAINT uq_custom_value_field_id UNIQUE (field_id, organisation_id), 
    CONSTRAINT uq_custom_value_field_id UNIQUE (field_id, person_id)
);

CREATE TABLE disposal (
    id INTEGER NOT NULL, 
    disposed_on DATE NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    due_before DATE, 
    counts JSON NOT NULL, 
    statistics JSON NOT NULL, 
    reason VARCHAR NOT NULL, 
    "by" VARCHAR NOT NULL, 
    CONSTRAINT pk_disposal PRIMARY KEY (id)
);

CREATE TABLE district (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    centre VARCHAR NOT NULL, 
    CONSTRAINT pk_district PRIMARY KEY (id), 
    CONSTRAINT uq_district_name UNIQUE (name)
);

CREATE TABLE duty (
    id INTEGER NOT NULL, 
    list_id INTEGER NOT NULL, 
    sign VARCHAR NOT NULL, 
    name VARCHAR NOT NULL, 
    short_name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_duty PRIMARY KEY (id), 
    CONSTRAINT fk_duty_list_id_duty_list FOREIGN KEY(list_id) REFERENCES duty_list (id), 
    CONSTRAINT uq_duty_list_id UNIQUE (list_id, sign)
);

CREATE TABLE duty_list (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    starts_on DATE NOT NULL, 
    ends_on DATE, 
    CONSTRAINT pk_duty_list PRIMARY KEY (id), 
    CONSTRAINT uq_duty_list_starts_on UNIQUE (starts_on)
);

CREATE TABLE enrollment (
    id INTEGER NOT NULL, 
    course_id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    applied_on DATE NOT NULL, 
    applied_by VARCHAR(32), 
    heard_from VARCHAR(32), 
    motive VARCHAR NOT NULL, 
    status VARCHAR(32) NOT NULL, 
    status_on DATE NOT NULL, 
    status_reason VARCHAR NOT NULL, 
    number INTEGER, 
    waiting_order INTEGER, 
    lottery_order INTEGER, 
    group_name VARCHAR NOT NULL, 
    walk_in BOOLEAN NOT NULL, 
    entry_exception VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_enrollment PRIMARY KEY (id), 
    CONSTRAINT fk_enrollment_course_id_course FOREIGN KEY(course_id) REFERENCES course (id), 
    CONSTRAINT fk_enrollment_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
    CONSTRAINT uq_enrollment_course_id UNIQUE (course_id, number), 
    CONSTRAINT uq_enrollment_course_id UNIQUE (course_id, person_id)
);

CREATE TABLE entry_share (
    id INTEGER NOT NULL, 
    entry_id INTEGER NOT NULL, 
    programme_id INTEGER NOT NULL, 
    share INTEGER NOT NULL, 
    CONSTRAINT pk_entry_share PRIMARY KEY (id), 
    CONSTRAINT fk_entry_share_entry_id_account_entry FOREIGN KEY(entry_id) REFERENCES account_entry (id), 
    CONSTRAINT fk_entry_share_programme_id_account_programme FOREIGN KEY(programme_id) REFERENCES account_programme (id), 
    CONSTRAINT uq_entry_share_entry_id UNIQUE (entry_id, programme_id)
);

CREATE TABLE "export_record" (
    id INTEGER NOT NULL, 
    made_at DATETIME NOT NULL, 
    document VARCHAR NOT NULL, 
    title VARCHAR NOT NULL, 
    format VARCHAR NOT NULL, 
    people INTEGER NOT NULL, 
    columns JSON NOT NULL, 
    purpose VARCHAR NOT NULL, 
    recipient VARCHAR NOT NULL, 
    edition_id INTEGER, 
    form_digest VARCHAR NOT NULL, 
    CONSTRAINT pk_export_record PRIMARY KEY (id)
);

CREATE TABLE form_edition (
    id INTEGER NOT NULL, 
    document VARCHAR NOT NULL, 
    own_document_id INTEGER, 
    file_id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    version VARCHAR NOT NULL, 
    from_year INTEGER NOT NULL, 
    note VARCHAR NOT NULL, 
    registered_on DATE NOT NULL, 
    CONSTRAINT pk_form_edition PRIMARY KEY (id), 
    CONSTRAINT fk_form_edition_file_id_form_file FOREIGN KEY(file_id) REFERENCES form_file (id), 
    CONSTRAINT fk_form_edition_own_document_id_own_document FOREIGN KEY(own_document_id) REFERENCES own_document (id), 
    CONSTRAINT uq_form_edition_document UNIQUE (document, file_id)
);

CREATE TABLE form_file (
    id INTEGER NOT NULL, 
    digest VARCHAR NOT NULL, 
    size INTEGER NOT NULL, 
    content TEXT NOT NULL, 
    CONSTRAINT pk_form_file PRIMARY KEY (id), 
    CONSTRAINT uq_form_file_digest UNIQUE (digest)
);

CREATE TABLE form_mark (
    id INTEGER NOT NULL, 
    edition_id INTEGER NOT NULL, 
    sheet VARCHAR NOT NULL, 
    cell VARCHAR NOT NULL, 
    text VARCHAR NOT NULL, 
    CONSTRAINT pk_form_mark PRIMARY KEY (id), 
    CONSTRAINT fk_form_mark_edition_id_form_edition FOREIGN KEY(edition_id) REFERENCES form_edition (id), 
    CONSTRAINT uq_form_mark_edition_id UNIQUE (edition_id, sheet, cell)
);

CREATE TABLE hand_raise (
    id INTEGER NOT NULL, 
    request_id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    raised_on DATE NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_hand_raise PRIMARY KEY (id), 
    CONSTRAINT fk_hand_raise_request_id_help_request FOREIGN KEY(request_id) REFERENCES help_request (id), 
    CONSTRAINT fk_hand_raise_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id), 
    CONSTRAINT uq_hand_raise_request_id UNIQUE (request_id, supporter_id)
);

CREATE TABLE help_request (
    id INTEGER NOT NULL, 
    number VARCHAR NOT NULL, 
    received_on DATE NOT NULL, 
    received_by VARCHAR(32), 
    organisation_id INTEGER, 
    contact_name VARCHAR NOT NULL, 
    contact_phone VARCHAR NOT NULL, 
    local_resource_id INTEGER, 
    person_id INTEGER, 
    need_id INTEGER, 
    title VARCHAR NOT NULL, 
    content VARCHAR NOT NULL, 
    rhythm VARCHAR(32) NOT NULL, 
    on_day DATE, 
    starts_at TIME, 
    ends_at TIME, 
    week INTEGER NOT NULL, 
    months INTEGER NOT NULL, 
    times_a_month INTEGER, 
    schedule VARCHAR NOT NULL, 
    starts_on DATE, 
    ends_on DATE, 
    venue VARCHAR NOT NULL, 
    address_town VARCHAR NOT NULL, 
    address_number VARCHAR NOT NULL, 
    district_id INTEGER, 
    car_needed BOOLEAN NOT NULL, 
    people_wanted INTEGER NOT NULL, 
    level_id INTEGER, 
    wanted_sex VARCHAR(32), 
    bring VARCHAR NOT NULL, 
    costs VARCHAR NOT NULL, 
    reward VARCHAR NOT NULL, 
    insurance VARCHAR NOT NULL, 
    meeting_wanted BOOLEAN NOT NULL, 
    due_on DATE, 
    state VARCHAR(32) NOT NULL, 
    closed_on DATE, 
    note VARCHAR NOT NULL, 
    search_text VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_help_request PRIMARY KEY (id), 
    CONSTRAINT fk_help_request_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_help_request_level_id_activity_level FOREIGN KEY(level_id) REFERENCES activity_level (id), 
    CONSTRAINT fk_help_request_local_resource_id_local_resource FOREIGN KEY(local_resource_id) REFERENCES local_resource (id), 
    CONSTRAINT fk_help_request_need_id_need FOREIGN KEY(need_id) REFERENCES need (id), 
    CONSTRAINT fk_help_request_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_help_request_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE household (
    id INTEGER NOT NULL, 
    addressee VARCHAR NOT NULL, 
    CONSTRAINT pk_household PRIMARY KEY (id)
);

CREATE TABLE household_member (
    id INTEGER NOT NULL, 
    household_id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_household_member PRIMARY KEY (id), 
    CONSTRAINT fk_household_member_household_id_household FOREIGN KEY(household_id) REFERENCES household (id), 
    CONSTRAINT fk_household_member_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
    CONSTRAINT uq_household_member_person_id UNIQUE (person_id)
);

CREATE TABLE imported_list (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    subject VARCHAR(32) NOT NULL, 
    file_name VARCHAR NOT NULL, 
    imported_on DATE NOT NULL, 
    rows INTEGER NOT NULL, 
    CONSTRAINT pk_imported_list PRIMARY KEY (id)
);

CREATE TABLE imported_record (
    id INTEGER NOT NULL, 
    list_id INTEGER NOT NULL, 
    "row" INTEGER NOT NULL, 
    person_id INTEGER, 
    organisation_id INTEGER, 
    local_resource_id INTEGER, 
    CONSTRAINT pk_imported_record PRIMARY KEY (id), 
    CONSTRAINT fk_imported_record_list_id_imported_list FOREIGN KEY(list_id) REFERENCES imported_list (id), 
    CONSTRAINT fk_imported_record_local_resource_id_local_resource FOREIGN KEY(local_resource_id) REFERENCES local_resource (id), 
    CONSTRAINT fk_imported_record_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_imported_record_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE incident (
    id INTEGER NOT NULL, 
    match_id INTEGER NOT NULL, 
    happened_on DATE NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    content VARCHAR NOT NULL, 
    response VARCHAR NOT NULL, 
    insurance_claimed_on DATE, 
    reported_on DATE, 
    closed_on DATE, 
    CONSTRAINT pk_incident PRIMARY KEY (id), 
    CONSTRAINT fk_incident_match_id_match FOREIGN KEY(match_id) REFERENCES "match" (id)
);

CREATE TABLE insurance (
    id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    "plan" VARCHAR(32) NOT NULL, 
    premium INTEGER NOT NULL, 
    joined_on DATE NOT NULL, 
    covers_from DATE NOT NULL, 
    covers_until DATE NOT NULL, 
    joined_through VARCHAR NOT NULL, 
    handed_in_on DATE, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_insurance PRIMARY KEY (id), 
    CONSTRAINT fk_insurance_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id)
);

CREATE TABLE issue_district (
    id INTEGER NOT NULL, 
    issue_id INTEGER NOT NULL, 
    district_id INTEGER NOT NULL, 
    CONSTRAINT pk_issue_district PRIMARY KEY (id), 
    CONSTRAINT fk_issue_district_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_issue_district_issue_id_local_issue FOREIGN KEY(issue_id) REFERENCES local_issue (id), 
    CONSTRAINT uq_issue_district_issue_id UNIQUE (issue_id, district_id)
);

CREATE TABLE issue_evidence (
    id INTEGER NOT NULL, 
    issue_id INTEGER NOT NULL, 
    need_id INTEGER, 
    survey_id INTEGER, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_issue_evidence PRIMARY KEY (id), 
    CONSTRAINT fk_issue_evidence_issue_id_local_issue FOREIGN KEY(issue_id) REFERENCES local_issue (id), 
    CONSTRAINT fk_issue_evidence_need_id_need FOREIGN KEY(need_id) REFERENCES need (id), 
    CONSTRAINT fk_issue_evidence_survey_id_survey FOREIGN KEY(survey_id) REFERENCES survey (id), 
    CONSTRAINT uq_issue_evidence_issue_id UNIQUE (issue_id, need_id), 
    CONSTRAINT uq_issue_evidence_issue_id UNIQUE (issue_id, survey_id)
);

CREATE TABLE issue_kind (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_issue_kind PRIMARY KEY (id), 
    CONSTRAINT uq_issue_kind_name UNIQUE (name)
);

CREATE TABLE issue_resource (
    id INTEGER NOT NULL, 
    issue_id INTEGER NOT NULL, 
    local_resource_id INTEGER NOT NULL, 
    creation VARCHAR(32) NOT NULL, 
    reached_on DATE NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_issue_resource PRIMARY KEY (id), 
    CONSTRAINT fk_issue_resource_issue_id_local_issue FOREIGN KEY(issue_id) REFERENCES local_issue (id), 
    CONSTRAINT fk_issue_resource_local_resource_id_local_resource FOREIGN KEY(local_resource_id) REFERENCES local_resource (id), 
    CONSTRAINT uq_issue_resource_issue_id UNIQUE (issue_id, local_resource_id)
);

CREATE TABLE issue_step (
    id INTEGER NOT NULL, 
    issue_id INTEGER NOT NULL, 
    stage VARCHAR(32) NOT NULL, 
    starts_on DATE NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_issue_step PRIMARY KEY (id), 
    CONSTRAINT fk_issue_step_issue_id_local_issue FOREIGN KEY(issue_id) REFERENCES local_issue (id)
);

CREATE TABLE letter (
    id INTEGER NOT NULL, 
    direction VARCHAR(32) NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    number VARCHAR NOT NULL, 
    on_day DATE NOT NULL, 
    subject VARCHAR NOT NULL, 
    partner VARCHAR NOT NULL, 
    organisation_id INTEGER, 
    way VARCHAR(32) NOT NULL, 
    enclosures VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_letter PRIMARY KEY (id), 
    CONSTRAINT fk_letter_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);

CREATE TABLE level_change (
    id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    level_id INTEGER NOT NULL, 
    starts_on DATE NOT NULL, 
    decided_by VARCHAR NOT NULL, 
    reason VARCHAR NOT NULL, 
    CONSTRAINT pk_level_change PRIMARY KEY (id), 
    CONSTRAINT fk_level_change_level_id_activity_level FOREIGN KEY(level_id) REFERENCES activity_level (id), 
    CONSTRAINT fk_level_change_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id)
);

CREATE TABLE local_issue (
    id INTEGER NOT NULL, 
    number VARCHAR NOT NULL, 
    title VARCHAR NOT NULL, 
    found_on DATE NOT NULL, 
    kind_id INTEGER, 
    scope VARCHAR(32) NOT NULL, 
    brought_by VARCHAR(32) NOT NULL, 
    brought_from VARCHAR NOT NULL, 
    content TEXT NOT NULL, 
    solidarity VARCHAR(32), 
    stage VARCHAR(32) NOT NULL, 
    measures TEXT NOT NULL, 
    actors VARCHAR NOT NULL, 
    outcome TEXT NOT NULL, 
    review_on DATE, 
    proposal TEXT NOT NULL, 
    submitted_on DATE, 
    answer TEXT NOT NULL, 
    answered_on DATE, 
    taken_up BOOLEAN NOT NULL, 
    note VARCHAR NOT NULL, 
    search_text VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_local_issue PRIMARY KEY (id), 
    CONSTRAINT fk_local_issue_kind_id_issue_kind FOREIGN KEY(kind_id) REFERENCES issue_kind (id)
);

CREATE TABLE local_resource (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    kana VARCHAR NOT NULL, 
    kind_id INTEGER, 
    organisation_id INTEGER, 
    district_id INTEGER, 
    district_fixed BOOLEAN NOT NULL, 
    city_wide BOOLEAN NOT NULL, 
    venue VARCHAR NOT NULL, 
    postal_code VARCHAR NOT NULL, 
    address_town VARCHAR NOT NULL, 
    address_number VARCHAR NOT NULL, 
    address_building VARCHAR NOT NULL, 
    latitude DOUBLE, 
    longitude DOUBLE, 
    barrier_free BOOLEAN, 
    parking BOOLEAN, 
    winter_break VARCHAR NOT NULL, 
    opening VARCHAR NOT NULL, 
    target VARCHAR NOT NULL, 
    fee VARCHAR NOT NULL, 
    capacity INTEGER, 
    usual_number INTEGER, 
    application VARCHAR NOT NULL, 
    content VARCHAR NOT NULL, 
    representative VARCHAR NOT NULL, 
    public_contact VARCHAR NOT NULL, 
    public_phone VARCHAR NOT NULL, 
    internal_contact VARCHAR NOT NULL, 
    internal_phone VARCHAR NOT NULL, 
    website VARCHAR NOT NULL, 
    "view" VARCHAR(32) NOT NULL, 
    public_consent_on DATE, 
    takes_supporters BOOLEAN NOT NULL, 
    supporters_wanted INTEGER, 
    supporters_work VARCHAR NOT NULL, 
    payment VARCHAR(32), 
    programme VARCHAR(32), 
    started_on DATE, 
    ended_on DATE, 
    status VARCHAR(32) NOT NULL, 
    source VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    confirmed_on DATE, 
    sort_key VARCHAR NOT NULL, 
    search_text VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_local_resource PRIMARY KEY (id), 
    CONSTRAINT fk_local_resource_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_local_resource_kind_id_resource_kind FOREIGN KEY(kind_id) REFERENCES resource_kind (id), 
    CONSTRAINT fk_local_resource_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);

CREATE TABLE log_contact (
    id INTEGER NOT NULL, 
    entry_id INTEGER NOT NULL, 
    person_id INTEGER, 
    organisation_id INTEGER, 
    CONSTRAINT pk_log_contact PRIMARY KEY (id), 
    CONSTRAINT fk_log_contact_entry_id_log_entry FOREIGN KEY(entry_id) REFERENCES log_entry (id), 
    CONSTRAINT fk_log_contact_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_log_contact_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE log_day (
    id INTEGER NOT NULL, 
    on_day DATE NOT NULL, 
    weather VARCHAR NOT NULL, 
    came_at TIME, 
    left_at TIME, 
    tomorrow VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_log_day PRIMARY KEY (id), 
    CONSTRAINT uq_log_day_on_day UNIQUE (on_day)
);

CREATE TABLE log_entry (
    id INTEGER NOT NULL, 
    on_day DATE NOT NULL, 
    starts_at TIME, 
    ends_at TIME, 
    minutes INTEGER, 
    staff_id INTEGER, 
    duty_id INTEGER NOT NULL, 
    kind_id INTEGER, 
    means VARCHAR(32) NOT NULL, 
    support VARCHAR(32) NOT NULL, 
    place VARCHAR NOT NULL, 
    district_id INTEGER, 
    people_count INTEGER, 
    title VARCHAR NOT NULL, 
    content TEXT NOT NULL, 
    result TEXT NOT NULL, 
    next_step VARCHAR NOT NULL, 
    next_on DATE, 
    next_done_on DATE, 
    internal_note TEXT NOT NULL, 
    to_city BOOLEAN NOT NULL, 
    report_text TEXT NOT NULL, 
    distance_km INTEGER, 
    fare INTEGER, 
    search_text VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_log_entry PRIMARY KEY (id), 
    CONSTRAINT fk_log_entry_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_log_entry_duty_id_duty FOREIGN KEY(duty_id) REFERENCES duty (id), 
    CONSTRAINT fk_log_entry_kind_id_activity_kind FOREIGN KEY(kind_id) REFERENCES activity_kind (id), 
    CONSTRAINT fk_log_entry_staff_id_staff_member FOREIGN KEY(staff_id) REFERENCES staff_member (id)
);

CREATE TABLE log_link (
    id INTEGER NOT NULL, 
    entry_id INTEGER NOT NULL, 
    need_id INTEGER, 
    resource_id INTEGER, 
    issue_id INTEGER, 
    match_id INTEGER, 
    request_id INTEGER, 
    meeting_id INTEGER, 
    session_id INTEGER, 
    note_id INTEGER, 
    CONSTRAINT pk_log_link PRIMARY KEY (id), 
    CONSTRAINT fk_log_link_entry_id_log_entry FOREIGN KEY(entry_id) REFERENCES log_entry (id), 
    CONSTRAINT fk_log_link_issue_id_local_issue FOREIGN KEY(issue_id) REFERENCES local_issue (id), 
    CONSTRAINT fk_log_link_match_id_match FOREIGN KEY(match_id) REFERENCES "match" (id), 
    CONSTRAINT fk_log_link_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
    CONSTRAINT fk_log_link_need_id_need FOREIGN KEY(need_id) REFERENCES need (id), 
    CONSTRAINT fk_log_link_note_id_contact_note FOREIGN KEY(note_id) REFERENCES contact_note (id), 
    CONSTRAINT fk_log_link_request_id_help_request FOREIGN KEY(request_id) REFERENCES help_request (id), 
    CONSTRAINT fk_log_link_resource_id_local_resource FOREIGN KEY(resource_id) REFERENCES local_resource (id), 
    CONSTRAINT fk_log_link_session_id_course_session FOREIGN KEY(session_id) REFERENCES course_session (id)
);

CREATE TABLE map_area (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    district_id INTEGER, 
    rings JSON NOT NULL, 
    CONSTRAINT pk_map_area PRIMARY KEY (id), 
    CONSTRAINT fk_map_area_district_id_district FOREIGN KEY(district_id) REFERENCES district (id)
);

CREATE TABLE map_point (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    latitude DOUBLE NOT NULL, 
    longitude DOUBLE NOT NULL, 
    CONSTRAINT pk_map_point PRIMARY KEY (id), 
    CONSTRAINT uq_map_point_name UNIQUE (name)
);

CREATE TABLE "match" (
    id INTEGER NOT NULL, 
    request_id INTEGER, 
    local_resource_id INTEGER, 
    supporter_id INTEGER NOT NULL, 
    state VARCHAR(32) NOT NULL, 
    level_id INTEGER, 
    asked_on DATE NOT NULL, 
    answer VARCHAR(32), 
    answered_on DATE, 
    decline_reason VARCHAR NOT NULL, 
    meeting_on DATE, 
    agreed_on DATE, 
    starts_on DATE, 
    ends_on DATE, 
    end_reason VARCHAR NOT NULL, 
    follow_up_on DATE, 
    supporter_words VARCHAR NOT NULL, 
    place_words VARCHAR NOT NULL, 
    satisfaction INTEGER, 
    note VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_match PRIMARY KEY (id), 
    CONSTRAINT fk_match_level_id_activity_level FOREIGN KEY(level_id) REFERENCES activity_level (id), 
    CONSTRAINT fk_match_local_resource_id_local_resource FOREIGN KEY(local_resource_id) REFERENCES local_resource (id), 
    CONSTRAINT fk_match_request_id_help_request FOREIGN KEY(request_id) REFERENCES help_request (id), 
    CONSTRAINT fk_match_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id)
);

CREATE TABLE match_step (
    id INTEGER NOT NULL, 
    match_id INTEGER NOT NULL, 
    state VARCHAR(32) NOT NULL, 
    starts_on DATE NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_match_step PRIMARY KEY (id), 
    CONSTRAINT fk_match_step_match_id_match FOREIGN KEY(match_id) REFERENCES "match" (id)
);

CREATE TABLE meeting (
    id INTEGER NOT NULL, 
    council_id INTEGER NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    number INTEGER NOT NULL, 
    held_on DATE NOT NULL, 
    starts_at TIME, 
    ends_at TIME, 
    venue VARCHAR NOT NULL, 
    state VARCHAR(32) NOT NULL, 
    openness VARCHAR(32) NOT NULL, 
    observers INTEGER NOT NULL, 
    press INTEGER NOT NULL, 
    stages INTEGER NOT NULL, 
    attended BOOLEAN NOT NULL, 
    invited_on DATE, 
    reply_by DATE, 
    summary TEXT NOT NULL, 
    full_minutes TEXT NOT NULL, 
    minutes_sent_on DATE, 
    minutes_confirmed_on DATE, 
    next_meeting VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_meeting PRIMARY KEY (id), 
    CONSTRAINT fk_meeting_council_id_council FOREIGN KEY(council_id) REFERENCES council (id), 
    CONSTRAINT uq_meeting_council_id UNIQUE (council_id, fiscal_year, number)
);

CREATE TABLE meeting_paper (
    id INTEGER NOT NULL, 
    meeting_id INTEGER NOT NULL, 
    position INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    CONSTRAINT pk_meeting_paper PRIMARY KEY (id), 
    CONSTRAINT fk_meeting_paper_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE TABLE merge (
    id INTEGER NOT NULL, 
    subject VARCHAR(32) NOT NULL, 
    kept_id INTEGER NOT NULL, 
    merged_id INTEGER NOT NULL, 
    merged_at DATETIME NOT NULL, 
    kept_before JSON NOT NULL, 
    kept_after JSON NOT NULL, 
    taken_back_at DATETIME, 
    CONSTRAINT pk_merge PRIMARY KEY (id)
);

CREATE TABLE merge_piece (
    id INTEGER NOT NULL, 
    merge_id INTEGER NOT NULL, 
    table_name VARCHAR NOT NULL, 
    column_name VARCHAR NOT NULL, 
    row_id INTEGER NOT NULL, 
    left_behind JSON, 
    CONSTRAINT pk_merge_piece PRIMARY KEY (id), 
    CONSTRAINT fk_merge_piece_merge_id_merge FOREIGN KEY(merge_id) REFERENCES merge (id)
);

CREATE TABLE need (
    id INTEGER NOT NULL, 
    number VARCHAR NOT NULL, 
    received_on DATE NOT NULL, 
    route VARCHAR(32) NOT NULL, 
    way VARCHAR(32) NOT NULL, 
    person_id INTEGER, 
    age_band VARCHAR NOT NULL, 
    household VARCHAR(32), 
    district_id INTEGER, 
    town VARCHAR NOT NULL, 
    content VARCHAR NOT NULL, 
    urgency VARCHAR(32) NOT NULL, 
    coping VARCHAR(32), 
    handling VARCHAR(32) NOT NULL, 
    handed_to VARCHAR NOT NULL, 
    handed_to_id INTEGER, 
    handed_on DATE, 
    check_on DATE, 
    checked_on DATE, 
    result VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    search_text VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_need PRIMARY KEY (id), 
    CONSTRAINT fk_need_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_need_handed_to_id_organisation FOREIGN KEY(handed_to_id) REFERENCES organisation (id), 
    CONSTRAINT fk_need_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE need_kind (
    id INTEGER NOT NULL, 
    need_id INTEGER NOT NULL, 
    kind_id INTEGER NOT NULL, 
    CONSTRAINT pk_need_kind PRIMARY KEY (id), 
    CONSTRAINT fk_need_kind_kind_id_support_kind FOREIGN KEY(kind_id) REFERENCES support_kind (id), 
    CONSTRAINT fk_need_kind_need_id_need FOREIGN KEY(need_id) REFERENCES need (id), 
    CONSTRAINT uq_need_kind_need_id UNIQUE (need_id, kind_id)
);

CREATE TABLE not_same (
    id INTEGER NOT NULL, 
    subject VARCHAR(32) NOT NULL, 
    first_id INTEGER NOT NULL, 
    second_id INTEGER NOT NULL, 
    said_on DATE NOT NULL, 
    CONSTRAINT pk_not_same PRIMARY KEY (id), 
    CONSTRAINT uq_not_same_subject UNIQUE (subject, first_id, second_id)
);

CREATE TABLE opening_day (
    id INTEGER NOT NULL, 
    local_resource_id INTEGER NOT NULL, 
    weekdays INTEGER NOT NULL, 
    weeks INTEGER NOT NULL, 
    months INTEGER NOT NULL, 
    starts_at TIME, 
    ends_at TIME, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_opening_day PRIMARY KEY (id), 
    CONSTRAINT fk_opening_day_local_resource_id_local_resource FOREIGN KEY(local_resource_id) REFERENCES local_resource (id)
);

CREATE TABLE operation (
    id INTEGER NOT NULL, 
    label VARCHAR NOT NULL, 
    done_at DATETIME NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    reverts_id INTEGER, 
    CONSTRAINT pk_operation PRIMARY KEY (id), 
    CONSTRAINT fk_operation_reverts_id_operation FOREIGN KEY(reverts_id) REFERENCES operation (id)
);

CREATE TABLE organisation (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    short_name VARCHAR NOT NULL, 
    kana VARCHAR NOT NULL, 
    legal_form VARCHAR NOT NULL, 
    kind_id INTEGER, 
    representative_title VARCHAR NOT NULL, 
    representative_name VARCHAR NOT NULL, 
    department VARCHAR NOT NULL, 
    postal_code VARCHAR NOT NULL, 
    address_town VARCHAR NOT NULL, 
    address_number VARCHAR NOT NULL, 
    address_building VARCHAR NOT NULL, 
    district_id INTEGER, 
    district_fixed BOOLEAN NOT NULL, 
    reach VARCHAR(32) NOT NULL, 
    phone VARCHAR NOT NULL, 
    fax VARCHAR NOT NULL, 
    email VARCHAR NOT NULL, 
    website VARCHAR NOT NULL, 
    media VARCHAR NOT NULL, 
    agreement BOOLEAN NOT NULL, 
    no_mail BOOLEAN NOT NULL, 
    status VARCHAR(32) NOT NULL, 
    note VARCHAR NOT NULL, 
    sort_key VARCHAR NOT NULL, 
    search_text VARCHAR NOT NULL, 
    merged_into_id INTEGER, 
    deleted_at DATETIME, 
    CONSTRAINT pk_organisation PRIMARY KEY (id), 
    CONSTRAINT fk_organisation_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_organisation_kind_id_organisation_kind FOREIGN KEY(kind_id) REFERENCES organisation_kind (id), 
    CONSTRAINT fk_organisation_merged_into_id_organisation FOREIGN KEY(merged_into_id) REFERENCES organisation (id)
);

CREATE TABLE organisation_kind (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_organisation_kind PRIMARY KEY (id), 
    CONSTRAINT uq_organisation_kind_name UNIQUE (name)
);

CREATE TABLE own_document (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    basis VARCHAR(32) NOT NULL, 
    CONSTRAINT pk_own_document PRIMARY KEY (id), 
    CONSTRAINT uq_own_document_name UNIQUE (name)
);

CREATE TABLE "person" (
    id INTEGER NOT NULL, 
    family_name VARCHAR NOT NULL, 
    given_name VARCHAR NOT NULL, 
    family_kana VARCHAR NOT NULL, 
    given_kana VARCHAR NOT NULL, 
    kana_guessed BOOLEAN NOT NULL, 
    former_name VARCHAR NOT NULL, 
    unenterable BOOLEAN NOT NULL, 
    substitute VARCHAR NOT NULL, 
    glyph_note VARCHAR NOT NULL, 
    sex VARCHAR(32), 
    birth_date DATE, 
    birth_year INTEGER, 
    age_band VARCHAR NOT NULL, 
    postal_code VARCHAR NOT NULL, 
    address_town VARCHAR NOT NULL, 
    address_number VARCHAR NOT NULL, 
    address_building VARCHAR NOT NULL, 
    district_id INTEGER, 
    district_fixed BOOLEAN NOT NULL, 
    neighbourhood VARCHAR NOT NULL, 
    phone VARCHAR NOT NULL, 
    mobile VARCHAR NOT NULL, 
    fax VARCHAR NOT NULL, 
    email VARCHAR NOT NULL, 
    contact_by VARCHAR(32), 
    contact_hours VARCHAR NOT NULL, 
    emergency_name VARCHAR NOT NULL, 
    emergency_relation VARCHAR NOT NULL, 
    emergency_phone VARCHAR NOT NULL, 
    occupation VARCHAR NOT NULL, 
    qualifications VARCHAR NOT NULL, 
    interests VARCHAR NOT NULL, 
    honorific VARCHAR NOT NULL, 
    no_mail BOOLEAN NOT NULL, 
    status VARCHAR(32) NOT NULL, 
    note VARCHAR NOT NULL, 
    sort_key VARCHAR NOT NULL, 
    search_text VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    merged_into_id INTEGER, 
    CONSTRAINT pk_person PRIMARY KEY (id), 
    CONSTRAINT fk_person_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_person_merged_into_id_person FOREIGN KEY(merged_into_id) REFERENCES person (id)
);

CREATE TABLE person_consideration (
    id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    hearing BOOLEAN NOT NULL, 
    wheelchair BOOLEAN NOT NULL, 
    pickup BOOLEAN NOT NULL, 
    detail VARCHAR NOT NULL, 
    CONSTRAINT pk_person_consideration PRIMARY KEY (id), 
    CONSTRAINT fk_person_consideration_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
    CONSTRAINT uq_person_consideration_person_id UNIQUE (person_id)
);

CREATE TABLE plan_item (
    id INTEGER NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    duty_id INTEGER NOT NULL, 
    position INTEGER NOT NULL, 
    title VARCHAR NOT NULL, 
    purpose TEXT NOT NULL, 
    content TEXT NOT NULL, 
    months INTEGER NOT NULL, 
    measure VARCHAR NOT NULL, 
    indicator VARCHAR NOT NULL, 
    unit VARCHAR NOT NULL, 
    target INTEGER, 
    actual INTEGER, 
    done TEXT NOT NULL, 
    outcome TEXT NOT NULL, 
    problems TEXT NOT NULL, 
    direction TEXT NOT NULL, 
    grade VARCHAR(32), 
    copied_from_id INTEGER, 
    CONSTRAINT pk_plan_item PRIMARY KEY (id), 
    CONSTRAINT fk_plan_item_copied_from_id_plan_item FOREIGN KEY(copied_from_id) REFERENCES plan_item (id), 
    CONSTRAINT fk_plan_item_duty_id_duty FOREIGN KEY(duty_id) REFERENCES duty (id)
);

CREATE TABLE plan_year (
    id INTEGER NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    vision TEXT NOT NULL, 
    policy TEXT NOT NULL, 
    priorities TEXT NOT NULL, 
    structure TEXT NOT NULL, 
    overview TEXT NOT NULL, 
    problems TEXT NOT NULL, 
    proposals TEXT NOT NULL, 
    CONSTRAINT pk_plan_year PRIMARY KEY (id), 
    CONSTRAINT uq_plan_year_fiscal_year UNIQUE (fiscal_year)
);

CREATE TABLE qualification (
    id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    number VARCHAR NOT NULL, 
    obtained_on DATE, 
    expires_on DATE, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_qualification PRIMARY KEY (id), 
    CONSTRAINT fk_qualification_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id)
);

CREATE TABLE ranking_weight (
    id INTEGER NOT NULL, 
    criterion VARCHAR NOT NULL, 
    points INTEGER NOT NULL, 
    CONSTRAINT pk_ranking_weight PRIMARY KEY (id), 
    CONSTRAINT uq_ranking_weight_criterion UNIQUE (criterion)
);

CREATE TABLE relation (
    id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    other_id INTEGER NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_relation PRIMARY KEY (id), 
    CONSTRAINT fk_relation_other_id_person FOREIGN KEY(other_id) REFERENCES person (id), 
    CONSTRAINT fk_relation_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
    CONSTRAINT uq_relation_person_id UNIQUE (person_id, other_id, kind)
);

CREATE TABLE report_text (
    id INTEGER NOT NULL, 
    document VARCHAR NOT NULL, 
    first_day DATE NOT NULL, 
    part VARCHAR(32) NOT NULL, 
    text TEXT NOT NULL, 
    CONSTRAINT pk_report_text PRIMARY KEY (id), 
    CONSTRAINT uq_report_text_document UNIQUE (document, first_day, part)
);

CREATE TABLE request_kind (
    id INTEGER NOT NULL, 
    request_id INTEGER NOT NULL, 
    kind_id INTEGER NOT NULL, 
    CONSTRAINT pk_request_kind PRIMARY KEY (id), 
    CONSTRAINT fk_request_kind_kind_id_support_kind FOREIGN KEY(kind_id) REFERENCES support_kind (id), 
    CONSTRAINT fk_request_kind_request_id_help_request FOREIGN KEY(request_id) REFERENCES help_request (id), 
    CONSTRAINT uq_request_kind_request_id UNIQUE (request_id, kind_id)
);

CREATE TABLE resolution (
    id INTEGER NOT NULL, 
    meeting_id INTEGER NOT NULL, 
    agenda_item_id INTEGER, 
    position INTEGER NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    text VARCHAR NOT NULL, 
    person_id INTEGER, 
    owner VARCHAR NOT NULL, 
    due_on DATE, 
    done_on DATE, 
    result VARCHAR NOT NULL, 
    CONSTRAINT pk_resolution PRIMARY KEY (id), 
    CONSTRAINT fk_resolution_agenda_item_id_agenda_item FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id), 
    CONSTRAINT fk_resolution_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
    CONSTRAINT fk_resolution_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE resource_confirmation (
    id INTEGER NOT NULL, 
    local_resource_id INTEGER NOT NULL, 
    confirmed_on DATE NOT NULL, 
    confirmed_by VARCHAR NOT NULL, 
    way VARCHAR(32) NOT NULL, 
    result VARCHAR(32) NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_resource_confirmation PRIMARY KEY (id), 
    CONSTRAINT fk_resource_confirmation_local_resource_id_local_resource FOREIGN KEY(local_resource_id) REFERENCES local_resource (id)
);

CREATE TABLE resource_kind (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_resource_kind PRIMARY KEY (id), 
    CONSTRAINT uq_resource_kind_name UNIQUE (name)
);

CREATE TABLE retention_rule (
    id INTEGER NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    years INTEGER NOT NULL, 
    CONSTRAINT pk_retention_rule PRIMARY KEY (id), 
    CONSTRAINT uq_retention_rule_kind UNIQUE (kind)
);

CREATE TABLE saved_search (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    subject VARCHAR(32) NOT NULL, 
    conditions JSON NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_saved_search PRIMARY KEY (id), 
    CONSTRAINT uq_saved_search_name UNIQUE (name)
);

CREATE TABLE scheme (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_scheme PRIMARY KEY (id), 
    CONSTRAINT uq_scheme_name UNIQUE (name)
);

CREATE TABLE setting (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    value JSON NOT NULL, 
    CONSTRAINT pk_setting PRIMARY KEY (id), 
    CONSTRAINT uq_setting_name UNIQUE (name)
);

CREATE TABLE staff_member (
    id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    role VARCHAR(32) NOT NULL, 
    starts_on DATE, 
    ends_on DATE, 
    weekly_minutes INTEGER NOT NULL, 
    full_time_minutes INTEGER NOT NULL, 
    concurrent_post VARCHAR NOT NULL, 
    city_agreed_on DATE, 
    reason VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_staff_member PRIMARY KEY (id), 
    CONSTRAINT fk_staff_member_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE staff_training (
    id INTEGER NOT NULL, 
    staff_id INTEGER NOT NULL, 
    attended_on DATE NOT NULL, 
    title VARCHAR NOT NULL, 
    host VARCHAR NOT NULL, 
    place VARCHAR NOT NULL, 
    minutes INTEGER, 
    content VARCHAR NOT NULL, 
    learnt VARCHAR NOT NULL, 
    certificate VARCHAR NOT NULL, 
    CONSTRAINT pk_staff_training PRIMARY KEY (id), 
    CONSTRAINT fk_staff_training_staff_id_staff_member FOREIGN KEY(staff_id) REFERENCES staff_member (id)
);

CREATE TABLE submission (
    id INTEGER NOT NULL, 
    document VARCHAR NOT NULL, 
    title VARCHAR NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    month INTEGER, 
    asked JSON NOT NULL, 
    "values" JSON NOT NULL, 
    submitted_at DATETIME NOT NULL, 
    letter_id INTEGER, 
    previous_id INTEGER, 
    edition_id INTEGER, 
    form_digest VARCHAR NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_submission PRIMARY KEY (id), 
    CONSTRAINT fk_submission_letter_id_letter FOREIGN KEY(letter_id) REFERENCES letter (id), 
    CONSTRAINT fk_submission_previous_id_submission FOREIGN KEY(previous_id) REFERENCES submission (id)
);

CREATE TABLE submission_file (
    id INTEGER NOT NULL, 
    submission_id INTEGER NOT NULL, 
    format VARCHAR NOT NULL, 
    digest VARCHAR NOT NULL, 
    size INTEGER NOT NULL, 
    content TEXT NOT NULL, 
    CONSTRAINT pk_submission_file PRIMARY KEY (id), 
    CONSTRAINT fk_submission_file_submission_id_submission FOREIGN KEY(submission_id) REFERENCES submission (id), 
    CONSTRAINT uq_submission_file_submission_id UNIQUE (submission_id, format)
);

CREATE TABLE support_kind (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    short_name VARCHAR NOT NULL, 
    distance_matters BOOLEAN NOT NULL, 
    position INTEGER NOT NULL, 
    retired BOOLEAN NOT NULL, 
    CONSTRAINT pk_support_kind PRIMARY KEY (id), 
    CONSTRAINT uq_support_kind_name UNIQUE (name)
);

CREATE TABLE supporter (
    id INTEGER NOT NULL, 
    person_id INTEGER NOT NULL, 
    enrollment_id INTEGER, 
    number VARCHAR NOT NULL, 
    basis VARCHAR(32) NOT NULL, 
    registered_on DATE, 
    valid_until DATE, 
    state VARCHAR(32) NOT NULL, 
    level_id INTEGER, 
    interviewed_on DATE, 
    interviewer VARCHAR NOT NULL, 
    interview VARCHAR NOT NULL, 
    motive VARCHAR NOT NULL, 
    week INTEGER NOT NULL, 
    months INTEGER NOT NULL, 
    times_a_month INTEGER, 
    availability VARCHAR NOT NULL, 
    transport JSON NOT NULL, 
    gives_rides BOOLEAN NOT NULL, 
    wishes VARCHAR NOT NULL, 
    considerations VARCHAR NOT NULL, 
    other_programmes VARCHAR NOT NULL, 
    one_to_one BOOLEAN NOT NULL, 
    note VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_supporter PRIMARY KEY (id), 
    CONSTRAINT fk_supporter_enrollment_id_enrollment FOREIGN KEY(enrollment_id) REFERENCES enrollment (id), 
    CONSTRAINT fk_supporter_level_id_activity_level FOREIGN KEY(level_id) REFERENCES activity_level (id), 
    CONSTRAINT fk_supporter_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE supporter_confirmation (
    id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    confirmed_on DATE NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_supporter_confirmation PRIMARY KEY (id), 
    CONSTRAINT fk_supporter_confirmation_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id)
);

CREATE TABLE supporter_district (
    id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    district_id INTEGER NOT NULL, 
    CONSTRAINT pk_supporter_district PRIMARY KEY (id), 
    CONSTRAINT fk_supporter_district_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT fk_supporter_district_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id), 
    CONSTRAINT uq_supporter_district_supporter_id UNIQUE (supporter_id, district_id)
);

CREATE TABLE supporter_skill (
    id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    kind_id INTEGER NOT NULL, 
    skill VARCHAR(32) NOT NULL, 
    wished BOOLEAN NOT NULL, 
    CONSTRAINT pk_supporter_skill PRIMARY KEY (id), 
    CONSTRAINT fk_supporter_skill_kind_id_support_kind FOREIGN KEY(kind_id) REFERENCES support_kind (id), 
    CONSTRAINT fk_supporter_skill_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id), 
    CONSTRAINT uq_supporter_skill_supporter_id UNIQUE (supporter_id, kind_id)
);

CREATE TABLE supporter_state_change (
    id INTEGER NOT NULL, 
    supporter_id INTEGER NOT NULL, 
    state VARCHAR(32) NOT NULL, 
    starts_on DATE NOT NULL, 
    reason VARCHAR(32), 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_supporter_state_change PRIMARY KEY (id), 
    CONSTRAINT fk_supporter_state_change_supporter_id_supporter FOREIGN KEY(supporter_id) REFERENCES supporter (id)
);

CREATE TABLE survey (
    id INTEGER NOT NULL, 
    title VARCHAR NOT NULL, 
    fiscal_year INTEGER NOT NULL, 
    target VARCHAR NOT NULL, 
    purpose VARCHAR NOT NULL, 
    way VARCHAR NOT NULL, 
    starts_on DATE, 
    ends_on DATE, 
    handed_out INTEGER, 
    course_id INTEGER, 
    findings TEXT NOT NULL, 
    note VARCHAR NOT NULL, 
    deleted_at DATETIME, 
    CONSTRAINT pk_survey PRIMARY KEY (id), 
    CONSTRAINT fk_survey_course_id_course FOREIGN KEY(course_id) REFERENCES course (id)
);

CREATE TABLE survey_answer (
    id INTEGER NOT NULL, 
    sheet_id INTEGER NOT NULL, 
    question_id INTEGER NOT NULL, 
    option_id INTEGER, 
    number INTEGER, 
    text TEXT NOT NULL, 
    CONSTRAINT pk_survey_answer PRIMARY KEY (id), 
    CONSTRAINT fk_survey_answer_option_id_survey_option FOREIGN KEY(option_id) REFERENCES survey_option (id), 
    CONSTRAINT fk_survey_answer_question_id_survey_question FOREIGN KEY(question_id) REFERENCES survey_question (id), 
    CONSTRAINT fk_survey_answer_sheet_id_answer_sheet FOREIGN KEY(sheet_id) REFERENCES answer_sheet (id), 
    CONSTRAINT uq_survey_answer_sheet_id UNIQUE (sheet_id, question_id, option_id)
);

CREATE TABLE survey_option (
    id INTEGER NOT NULL, 
    question_id INTEGER NOT NULL, 
    position INTEGER NOT NULL, 
    text VARCHAR NOT NULL, 
    CONSTRAINT pk_survey_option PRIMARY KEY (id), 
    CONSTRAINT fk_survey_option_question_id_survey_question FOREIGN KEY(question_id) REFERENCES survey_question (id)
);

CREATE TABLE survey_question (
    id INTEGER NOT NULL, 
    survey_id INTEGER NOT NULL, 
    position INTEGER NOT NULL, 
    text VARCHAR NOT NULL, 
    kind VARCHAR(32) NOT NULL, 
    CONSTRAINT pk_survey_question PRIMARY KEY (id), 
    CONSTRAINT fk_survey_question_survey_id_survey FOREIGN KEY(survey_id) REFERENCES survey (id)
);

CREATE TABLE tag (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_tag PRIMARY KEY (id), 
    CONSTRAINT uq_tag_name UNIQUE (name)
);

CREATE TABLE tagging (
    id INTEGER NOT NULL, 
    tag_id INTEGER NOT NULL, 
    person_id INTEGER, 
    organisation_id INTEGER, 
    CONSTRAINT pk_tagging PRIMARY KEY (id), 
    CONSTRAINT fk_tagging_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
    CONSTRAINT fk_tagging_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
    CONSTRAINT fk_tagging_tag_id_tag FOREIGN KEY(tag_id) REFERENCES tag (id), 
    CONSTRAINT uq_tagging_tag_id UNIQUE (tag_id, organisation_id), 
    CONSTRAINT uq_tagging_tag_id UNIQUE (tag_id, person_id)
);

CREATE TABLE town (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    kana VARCHAR NOT NULL, 
    district_id INTEGER, 
    CONSTRAINT pk_town PRIMARY KEY (id), 
    CONSTRAINT fk_town_district_id_district FOREIGN KEY(district_id) REFERENCES district (id), 
    CONSTRAINT uq_town_name UNIQUE (name)
);

CREATE INDEX ix_account_entry_fiscal_year ON account_entry (fiscal_year);

CREATE INDEX ix_account_entry_item_id ON account_entry (item_id);

CREATE INDEX ix_account_entry_on_day ON account_entry (on_day);

CREATE INDEX ix_account_item_parent_id ON account_item (parent_id);

CREATE INDEX ix_activity_kind_id ON activity (kind_id);

CREATE INDEX ix_activity_on_day ON activity (on_day);

CREATE INDEX ix_activity_slip_id ON activity (slip_id);

CREATE INDEX ix_activity_slip_month ON activity_slip (month);

CREATE INDEX ix_affiliation_ends_on ON affiliation (ends_on);

CREATE INDEX ix_affiliation_organisation_id ON affiliation (organisation_id);

CREATE INDEX ix_affiliation_person_id ON affiliation (person_id);

CREATE INDEX ix_agenda_item_issue_id ON agenda_item (issue_id);

CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

CREATE INDEX ix_answer_sheet_district_id ON answer_sheet (district_id);

CREATE INDEX ix_answer_sheet_organisation_id ON answer_sheet (organisation_id);

CREATE INDEX ix_attachment_file_id ON attachment (file_id);

CREATE INDEX ix_attachment_note_id ON attachment (note_id);

CREATE INDEX ix_attachment_organisation_id ON attachment (organisation_id);

CREATE INDEX ix_attachment_person_id ON attachment (person_id);

CREATE INDEX ix_attendance_enrollment_id ON attendance (enrollment_id);

CREATE INDEX ix_attendance_session_id ON attendance (session_id);

CREATE INDEX ix_attendee_person_id ON attendee (person_id);

CREATE INDEX ix_budget_line_item_id ON budget_line (item_id);

CREATE INDEX ix_certificate_reissue_certificate_id ON certificate_reissue (certificate_id);

CREATE INDEX ix_change_operation_id ON change (operation_id);

CREATE INDEX ix_change_row ON change (table_name, row_id);

CREATE INDEX ix_consent_person_id ON consent (person_id);

CREATE INDEX ix_contact_note_follow_up_on ON contact_note (follow_up_on);

CREATE INDEX ix_contact_note_organisation_id ON contact_note (organisation_id);

CREATE INDEX ix_contact_note_person_id ON contact_note (person_id);

CREATE INDEX ix_contract_year_fiscal_year ON contract_year (fiscal_year);

CREATE INDEX ix_council_district_id ON council (district_id);

CREATE INDEX ix_council_organisation_id ON council (organisation_id);

CREATE INDEX ix_council_member_council_id ON council_member (council_id);

CREATE INDEX ix_council_member_ends_on ON council_member (ends_on);

CREATE INDEX ix_council_member_organisation_id ON council_member (organisation_id);

CREATE INDEX ix_council_member_person_id ON council_member (person_id);

CREATE INDEX ix_course_fiscal_year ON course (fiscal_year);

CREATE INDEX ix_course_kind_id ON course (kind_id);

CREATE INDEX ix_course_session_course_id ON course_session (course_id);

CREATE INDEX ix_course_session_held_on ON course_session (held_on);

CREATE INDEX ix_crossing_category_id ON crossing (category_id);

CREATE INDEX ix_crossing_kind_id ON crossing (kind_id);

CREATE INDEX ix_crossing_scheme_id ON crossing (scheme_id);

CREATE INDEX ix_custom_value_organisation_id ON custom_value (organisation_id);

CREATE INDEX ix_custom_value_person_id ON custom_value (person_id);

CREATE INDEX ix_enrollment_course_id ON enrollment (course_id);

CREATE INDEX ix_enrollment_person_id ON enrollment (person_id);

CREATE INDEX ix_entry_share_programme_id ON entry_share (programme_id);

CREATE INDEX ix_form_edition_file_id ON form_edition (file_id);

CREATE INDEX ix_form_edition_own_document_id ON form_edition (own_document_id);

CREATE INDEX ix_hand_raise_supporter_id ON hand_raise (supporter_id);

CREATE INDEX ix_help_request_district_id ON help_request (district_id);

CREATE INDEX ix_help_request_due_on ON help_request (due_on);

CREATE INDEX ix_help_request_local_resource_id ON help_request (local_resource_id);

CREATE INDEX ix_help_request_need_id ON help_request (need_id);

CREATE INDEX ix_help_request_number ON help_request (number);

CREATE INDEX ix_help_request_on_day ON help_request (on_day);

CREATE INDEX ix_help_request_organisation_id ON help_request (organisation_id);

CREATE INDEX ix_help_request_person_id ON help_request (person_id);

CREATE INDEX ix_help_request_received_on ON help_request (received_on);

CREATE INDEX ix_help_request_state ON help_request (state);

CREATE INDEX ix_household_member_household_id ON household_member (household_id);

CREATE INDEX ix_imported_list_name ON imported_list (subject, name);

CREATE INDEX ix_imported_record_list_id ON imported_record (list_id);

CREATE INDEX ix_imported_record_local_resource_id ON imported_record (local_resource_id);

CREATE INDEX ix_imported_record_organisation_id ON imported_record (organisation_id);

CREATE INDEX ix_imported_record_person_id ON imported_record (person_id);

CREATE INDEX ix_incident_happened_on ON incident (happened_on);

CREATE INDEX ix_incident_match_id ON incident (match_id);

CREATE INDEX ix_insurance_fiscal_year ON insurance (fiscal_year);

CREATE INDEX ix_insurance_supporter_id ON insurance (supporter_id);

CREATE INDEX ix_issue_district_district_id ON issue_district (district_id);

CREATE INDEX ix_issue_evidence_need_id ON issue_evidence (need_id);

CREATE INDEX ix_issue_evidence_survey_id ON issue_evidence (survey_id);

CREATE INDEX ix_issue_resource_local_resource_id ON issue_resource (local_resource_id);

CREATE INDEX ix_issue_step_issue_id ON issue_step (issue_id);

CREATE INDEX ix_letter_fiscal_year ON letter (fiscal_year);

CREATE INDEX ix_letter_number ON letter (number);

CREATE INDEX ix_letter_on_day ON letter (on_day);

CREATE INDEX ix_letter_organisation_id ON letter (organisation_id);

CREATE INDEX ix_level_change_supporter_id ON level_change (supporter_id);

CREATE INDEX ix_local_issue_found_on ON local_issue (found_on);

CREATE INDEX ix_local_issue_kind_id ON local_issue (kind_id);

CREATE INDEX ix_local_issue_number ON local_issue (number);

CREATE INDEX ix_local_issue_review_on ON local_issue (review_on);

CREATE INDEX ix_local_issue_stage ON local_issue (stage);

CREATE INDEX ix_local_resource_confirmed_on ON local_resource (confirmed_on);

CREATE INDEX ix_local_resource_district_id ON local_resource (district_id);

CREATE INDEX ix_local_resource_kind_id ON local_resource (kind_id);

CREATE INDEX ix_local_resource_list ON local_resource (deleted_at, sort_key);

CREATE INDEX ix_local_resource_organisation_id ON local_resource (organisation_id);

CREATE INDEX ix_log_contact_entry_id ON log_contact (entry_id);

CREATE INDEX ix_log_contact_organisation_id ON log_contact (organisation_id);

CREATE INDEX ix_log_contact_person_id ON log_contact (person_id);

CREATE INDEX ix_log_entry_district_id ON log_entry (district_id);

CREATE INDEX ix_log_entry_duty_id ON log_entry (duty_id);

CREATE INDEX ix_log_entry_kind_id ON log_entry (kind_id);

CREATE INDEX ix_log_entry_next_on ON log_entry (next_on);

CREATE INDEX ix_log_entry_on_day ON log_entry (on_day);

CREATE INDEX ix_log_entry_staff_id ON log_entry (staff_id);

CREATE INDEX ix_log_link_entry_id ON log_link (entry_id);

CREATE INDEX ix_log_link_issue_id ON log_link (issue_id);

CREATE INDEX ix_log_link_match_id ON log_link (match_id);

CREATE INDEX ix_log_link_meeting_id ON log_link (meeting_id);

CREATE INDEX ix_log_link_need_id ON log_link (need_id);

CREATE INDEX ix_log_link_note_id ON log_link (note_id);

CREATE INDEX ix_log_link_request_id ON log_link (request_id);

CREATE INDEX ix_log_link_resource_id ON log_link (resource_id);

CREATE INDEX ix_log_link_session_id ON log_link (session_id);

CREATE INDEX ix_map_area_district_id ON map_area (district_id);

CREATE INDEX ix_match_agreed_on ON "match" (agreed_on);

CREATE INDEX ix_match_asked_on ON "match" (asked_on);

CREATE INDEX ix_match_follow_up_on ON "match" (follow_up_on);

CREATE INDEX ix_match_local_resource_id ON "match" (local_resource_id);

CREATE INDEX ix_match_request_id ON "match" (request_id);

CREATE INDEX ix_match_state ON "match" (state);

CREATE INDEX ix_match_supporter_id ON "match" (supporter_id);

CREATE INDEX ix_match_step_match_id ON match_step (match_id);

CREATE INDEX ix_meeting_fiscal_year ON meeting (fiscal_year);

CREATE INDEX ix_meeting_held_on ON meeting (held_on);

CREATE INDEX ix_meeting_paper_meeting_id ON meeting_paper (meeting_id);

CREATE INDEX ix_merge_kept ON merge (subject, kept_id);

CREATE INDEX ix_merge_merged_id ON merge (merged_id);

CREATE INDEX ix_merge_piece_merge_id ON merge_piece (merge_id);

CREATE INDEX ix_need_check_on ON need (check_on);

CREATE INDEX ix_need_district_id ON need (district_id);

CREATE INDEX ix_need_handed_to_id ON need (handed_to_id);

CREATE INDEX ix_need_handling ON need (handling);

CREATE INDEX ix_need_number ON need (number);

CREATE INDEX ix_need_person_id ON need (person_id);

CREATE INDEX ix_need_received_on ON need (received_on);

CREATE INDEX ix_need_kind_kind_id ON need_kind (kind_id);

CREATE INDEX ix_opening_day_local_resource_id ON opening_day (local_resource_id);

CREATE INDEX ix_operation_kind ON operation (kind);

CREATE INDEX ix_operation_reverts_id ON operation (reverts_id);

CREATE INDEX ix_organisation_district_id ON organisation (district_id);

CREATE INDEX ix_organisation_kind_id ON organisation (kind_id);

CREATE INDEX ix_organisation_list ON organisation (deleted_at, sort_key);

CREATE INDEX ix_organisation_merged_into_id ON organisation (merged_into_id);

CREATE INDEX ix_person_district_id ON person (district_id);

CREATE INDEX ix_person_list ON person (deleted_at, sort_key);

CREATE INDEX ix_person_merged_into_id ON person (merged_into_id);

CREATE INDEX ix_person_unsure ON person (deleted_at, sort_key) WHERE kana_guessed = 1;

CREATE INDEX ix_plan_item_copied_from_id ON plan_item (copied_from_id);

CREATE INDEX ix_plan_item_duty_id ON plan_item (duty_id);

CREATE INDEX ix_plan_item_fiscal_year ON plan_item (fiscal_year);

CREATE INDEX ix_qualification_expires_on ON qualification (expires_on);

CREATE INDEX ix_qualification_supporter_id ON qualification (supporter_id);

CREATE INDEX ix_relation_other_id ON relation (other_id);

CREATE INDEX ix_request_kind_kind_id ON request_kind (kind_id);

CREATE INDEX ix_resolution_agenda_item_id ON resolution (agenda_item_id);

CREATE INDEX ix_resolution_due_on ON resolution (due_on);

CREATE INDEX ix_resolution_meeting_id ON resolution (meeting_id);

CREATE INDEX ix_resolution_person_id ON resolution (person_id);

CREATE INDEX ix_resource_confirmation_local_resource_id ON resource_confirmation (local_resource_id);

CREATE INDEX ix_staff_member_person_id ON staff_member (person_id);

CREATE INDEX ix_staff_training_attended_on ON staff_training (attended_on);

CREATE INDEX ix_staff_training_staff_id ON staff_training (staff_id);

CREATE INDEX ix_submission_document ON submission (document);

CREATE INDEX ix_submission_fiscal_year ON submission (fiscal_year);

CREATE INDEX ix_submission_letter_id ON submission (letter_id);

CREATE INDEX ix_submission_previous_id ON submission (previous_id);

CREATE INDEX ix_supporter_enrollment_id ON supporter (enrollment_id);

CREATE INDEX ix_supporter_number ON supporter (number);

CREATE INDEX ix_supporter_person_id ON supporter (person_id);

CREATE INDEX ix_supporter_state ON supporter (state);

CREATE INDEX ix_supporter_valid_until ON supporter (valid_until);

CREATE INDEX ix_supporter_confirmation_supporter_id ON supporter_confirmation (supporter_id);

CREATE INDEX ix_supporter_district_district_id ON supporter_district (district_id);

CREATE INDEX ix_supporter_skill_kind_id ON supporter_skill (kind_id);

CREATE INDEX ix_supporter_state_change_supporter_id ON supporter_state_change (supporter_id);

CREATE INDEX ix_survey_course_id ON survey (course_id);

CREATE INDEX ix_survey_fiscal_year ON survey (fiscal_year);

CREATE INDEX ix_survey_answer_option_id ON survey_answer (option_id);

CREATE INDEX ix_survey_answer_question_id ON survey_answer (question_id);

CREATE INDEX ix_survey_option_question_id ON survey_option (question_id);

CREATE INDEX ix_survey_question_survey_id ON survey_question (survey_id);

CREATE INDEX ix_tagging_organisation_id ON tagging (organisation_id);

CREATE INDEX ix_tagging_person_id ON tagging (person_id);

CREATE INDEX ix_town_district_id ON town (district_id);
