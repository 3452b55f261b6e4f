-- Claims by source: who is made to say how much, and of what kind.
-- order: claims DESC, source, source_type
-- chart: source claims
-- source: Canonical name of the source, else its words, pronouns resolved; for the author the by-line.
-- source_type: Author, person, organisation, document, unnamed, generic.
-- claims: How many claims.
-- op_eds: In how many op-eds.
-- facts: Claims that are facts.
-- predictions: Claims that are predictions.
-- recommendations: Claims that are recommendations.
-- evaluations: Claims that are evaluations.
-- direct: Claims quoted in the source's own words.
SELECT
    source, source_type, count(*) AS claims, count(DISTINCT document) AS op_eds,
    sum(CASE WHEN kind = 'fact' THEN 1 ELSE 0 END) AS facts,
    sum(CASE WHEN kind = 'prediction' THEN 1 ELSE 0 END) AS predictions,
    sum(CASE WHEN kind = 'recommendation' THEN 1 ELSE 0 END) AS recommendations,
    sum(CASE WHEN kind = 'evaluation' THEN 1 ELSE 0 END) AS evaluations,
    sum(CASE WHEN content = 'direct' THEN 1 ELSE 0 END) AS direct
FROM (
    SELECT
        c.document, c.kind, c.content, c.source_type,
        CASE WHEN c.source_type = 'author' THEN coalesce(o.byline, 'the author')
        ELSE coalesce(f.name, e.name, c.speaker, (
            SELECT coalesce(h.name, g.name) FROM entities g
            LEFT JOIN entities h ON h.document = g.document AND h.id = g.same_as
            WHERE g.document = c.document AND g.span_start >= c.source_start AND g.span_end <= c.source_end
                AND g.label IN ('PERSON', 'ORG', 'GPE', 'WORK_OF_ART', 'LAW')
            ORDER BY CASE WHEN g.label = 'PERSON' THEN 0 ELSE 1 END, g.span_start LIMIT 1
        ), c.source, 'not named') END AS source
    FROM claims c
    JOIN documents o ON o.id = c.document
    LEFT JOIN entities e ON e.document = c.document AND e.id = c.source_entity
    LEFT JOIN entities f ON f.document = e.document AND f.id = e.same_as
) said
GROUP BY source, source_type
