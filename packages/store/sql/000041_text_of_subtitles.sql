-- What players read of subtitles, WebVTT: every server and worker has it, whichever disk the file that was handed in is on.
-- Null: they came before; it is read from that file.
alter table subtitles add column webvtt text;
