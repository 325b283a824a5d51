# What the bot says, in English. Plain text: no HTML, no markdown. How to write messages: https://projectfluent.org/fluent/guide/
# Every language has the same messages, in the same order and with the same variables. PLAIN() keeps digits ungrouped.

## Talking with readers

start =
    Ask me about the newspaper, in your own words and your own language. I answer with the paper's own words and tell you where they were printed.

    For example: What did the 能力作风建设年 meeting decide?
help =
    Write a question and send it. You get the sentences of the paper that answer it, with the article they come from. If the paper does not say, I tell you so.

    You may go on asking: I understand “And when was it?” from the questions before.
    Tap a headline to read the whole article.
    In a group, mention me or reply to one of my messages.

    /latest – { command-latest }
    /article – { command-article }
    /sources – { command-sources }
    /language – { command-language }
    /forget – { command-forget }
    /privacy – { command-privacy }
help-admin =
    For administrators:
    /stats – { command-stats }
    /missed – { command-missed }
    /reindex – { command-reindex }
    /status – { command-status }
    Send me a page as a file and I add it to the paper.
not-text = I can only read text. Write your question in words and send it.
failed = Sorry, something went wrong on my side. Ask again in a moment.
unknown-article = I no longer have that article. Ask me about it instead.
no-headline = (without headline)
thinking = I am looking through the paper…
slow =
    { $limit ->
        [one] That is more than { $limit } question a minute. I answer them one after the other, a little later.
       *[other] That is more than { $limit } questions a minute. I answer them one after the other, a little later.
    }

## Articles and files

latest-title = The latest articles:
latest-none = There are no articles yet.
sources-title = The files I answer from:
sources-none = There are no files yet.
source-line =
    { $articles ->
        [one] { $file }: { $articles } article
       *[other] { $file }: { $articles } articles
    }
more-sources =
    { $count ->
        [one] and { $count } more file
       *[other] and { $count } more files
    }
article-usage = Write the article's number or its headline after /article.

## Settings and privacy

language-prompt = Which language shall I speak? Quotes stay as they were printed.
language-set = I speak English with you from now on.
language-own = Follow my Telegram
forgotten = What I had kept of this chat is deleted.
privacy =
    What I keep, on the machine I run on:
    • your question, until it is answered
    • the last questions and answers of each chat, so that follow-ups work
    • questions that the paper had no answer to, or whose answer was marked as not helpful; the editor does not see who asked
    • the language you chose

    Nothing leaves the machine but the messages themselves. /forget deletes what I keep of this chat.

## Buttons and what they say

button-article = Open article { $n }
button-more = More from this article
button-others = Other articles
button-unhelpful = Not helpful
noted-unhelpful = Thank you, I have made a note of it.
button-earlier = Previous page
button-later = Next page
page-of = Page { $page } of { $pages }
no-more = This article says nothing more about it.
no-others = No other article says anything about it.
expired = This button is too old. Ask your question again.

## Inline

inline-hint = Write a question about the newspaper
inline-none = The paper does not say.

## The command menu

command-start = What this bot does
command-help = How to ask
command-latest = The latest articles
command-article = A whole article, by its number or headline
command-sources = The files I answer from
command-language = The language I speak
command-forget = Delete what I keep of this chat
command-privacy = What I keep, and where
command-stats = How much is asked and answered
command-missed = Questions without a good answer
command-reindex = Read new and changed files of the paper
command-status = How the bot is doing

## For administrators

stats-body =
    Updates from Telegram: { $updates }
    Answers: { $answers }
    Not in the paper: { $notFound }
    Marked as not helpful: { $unhelpful }
    Waiting now: { $waiting }
missed-title = Questions without a good answer:
missed-none = There are no questions without a good answer.
missed-line = { $question } ({ $reason })
reason-not-found = not in the paper
reason-unhelpful = marked as not helpful
reindex-running = The index is being brought up to date.
reindex-done =
    The index is up to date.
    Files: { $files }
    Articles: { $articles }
    Passages embedded: { $embedded }
    Seconds: { $seconds }
reindex-failed = The index could not be brought up to date: { $reason }
# $uptime and $memory come with their units.
status-body =
    Version: { $version }
    Running for: { $uptime }
    Updates waiting: { $waiting }
    Updates given up: { $parked }
    Articles: { $articles }
    Memory: { $memory }
status-parked-line = Update { PLAIN($update) }: { $reason }

## Files that administrators send

upload-kinds = I take files of these kinds: { $kinds }
upload-too-large = This file is too large. I take files of up to { $megabytes } MB.
upload-name = This file's name cannot be used. Rename the file and send it again.
upload-exists = { $file } is already there. Send the file under another name.
upload-refused = { $file } was not added: { $reason }
upload-added =
    { $articles ->
        [one] { $file } was added: { $articles } article.
       *[other] { $file } was added: { $articles } articles.
    }
upload-failed = The file could not be added: { $reason }
