-- What reports count by time.
CREATE INDEX request_ratings_by_age ON request_ratings (created_at);
CREATE INDEX votes_by_age ON votes (updated_at);
