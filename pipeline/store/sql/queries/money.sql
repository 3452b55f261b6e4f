-- Money that moves, by payer, recipient and year: how much, and whether it is pledged or paid.
-- order: payer IS NULL, payer, recipient IS NULL, recipient, year, document, claim
-- payer: Who gives: the canonical name in the words, else the words.
-- recipient: Who gets it, likewise.
-- year: Of the last day (else the first) of the time that the transfer is about.
-- comparator: How the figure bounds the value: eq, approx, gt, ge, lt, le, range, vague.
-- value: The figure, exactly.
-- currency: ISO 4217 code; empty for goods.
-- status: Pledged, committed, disbursed …
-- aggregation: Whether the figure is cumulative, annual, a stock or one-off. Never add up what differs here.
-- instrument: Loan, grant, tax …
-- source_type: What sort of source is made to say so.
-- text: The claim, standing alone.
-- document: Id of the op-ed.
-- claim: Id of the claim.
SELECT
    coalesce((
        SELECT e.name FROM entities e
        WHERE e.document = t.document AND e.span_start >= t.payer_start AND e.span_end <= t.payer_end
            AND e.label IN ('PERSON', 'NORP', 'FAC', 'ORG', 'GPE', 'LOC')
        ORDER BY e.span_end - e.span_start DESC, e.span_start LIMIT 1
    ), t.payer) AS payer,
    coalesce((
        SELECT e.name FROM entities e
        WHERE e.document = t.document AND e.span_start >= t.recipient_start AND e.span_end <= t.recipient_end
            AND e.label IN ('PERSON', 'NORP', 'FAC', 'ORG', 'GPE', 'LOC')
        ORDER BY e.span_end - e.span_start DESC, e.span_start LIMIT 1
    ), t.recipient) AS recipient,
    CAST(substr(CAST(coalesce(d.last, d.first) AS TEXT), 1, 4) AS INTEGER) AS year,
    a.comparator, a.value, a.currency, t.status, t.aggregation, t.instrument,
    c.source_type, c.text, t.document, t.claim
FROM transfers t
JOIN claims c ON c.document = t.document AND c.id = t.claim
JOIN amounts a ON a.document = t.document AND a.id = t.amount
LEFT JOIN dates d ON d.document = t.document AND d.id = t.period
WHERE c.polarity = 'affirmed'
