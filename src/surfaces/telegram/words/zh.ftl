# What the bot says, in simplified Chinese. What holds for all languages is said in en.ftl.

## Talking with readers

start =
    用您自己的话问我报纸上的事，什么语言都可以。我用报纸的原文回答，并告诉您登在哪里。

    例如：能力作风建设年活动总结会是哪天召开的？
help =
    写下问题发给我，我会找出报纸上回答它的原句和所在的文章。报纸上没有的，我会直说。

    可以接着追问，比如“那是什么时候？”，我会联系前面的问题来理解。
    点标题可以看全文。
    在群里请@我，或者回复我的消息。

    /latest { command-latest }
    /article { command-article }
    /sources { command-sources }
    /language { command-language }
    /forget { command-forget }
    /privacy { command-privacy }
help-admin =
    管理员命令：
    /stats { command-stats }
    /missed { command-missed }
    /reindex { command-reindex }
    /status { command-status }
    把报纸版面作为文件发给我，我会收进报纸。
not-text = 我只能看懂文字，请把问题写成文字发给我。
failed = 抱歉，我这边出了点问题，请稍后再问一次。
unknown-article = 这篇文章我这里已经没有了，您可以直接提问。
no-headline = （无标题）
thinking = 正在翻看报纸……
slow = 您一分钟内问了不止{ $limit }个问题，我会稍后逐个回答。

## Articles and files

latest-title = 最新的文章：
latest-none = 还没有文章。
sources-title = 我依据的文件：
sources-none = 还没有文件。
source-line = { $file }：{ $articles }篇文章
more-sources = 另有{ $count }个文件
article-usage = 请在 /article 后面写上文章的编号或标题。

## Settings and privacy

language-prompt = 您希望我说哪种语言？报纸原文不翻译。
language-set = 好的，以后我用简体中文。
language-own = 跟随我的 Telegram
forgotten = 我为这个聊天保存的内容已经删除。
privacy =
    以下内容只保存在我所在的机器上：
    • 您的问题，回答之后就删除
    • 每个聊天最近的几次问答，用来理解追问
    • 报纸上没有答案、或者回答被标为没有帮助的问题；编辑看不到是谁问的
    • 您选的语言

    除了消息本身，什么都不会离开这台机器。发送 /forget 可以删除我为这个聊天保存的内容。

## Buttons and what they say

button-article = 看第{ $n }条的全文
button-more = 这篇文章的更多内容
button-others = 其他文章
button-unhelpful = 没有帮助
noted-unhelpful = 谢谢，已经记下了。
button-earlier = 上一页
button-later = 下一页
page-of = 第{ $page }页，共{ $pages }页
no-more = 这篇文章里没有更多相关内容了。
no-others = 其他文章里没有相关内容。
expired = 这个按钮已经过期，请重新提问。

## Inline

inline-hint = 写下关于报纸的问题
inline-none = 报纸上没有找到答案。

## The command menu

command-start = 我能做什么
command-help = 怎样提问
command-latest = 最新的文章
command-article = 按编号或标题看全文
command-sources = 我依据的文件
command-language = 我说的语言
command-forget = 删除我为这个聊天保存的内容
command-privacy = 我保存什么，保存在哪里
command-stats = 问答统计
command-missed = 没有答好的问题
command-reindex = 读入新的和改过的报纸文件
command-status = 运行状态

## For administrators

stats-body =
    来自 Telegram 的更新：{ $updates }
    回答：{ $answers }
    报纸上没有：{ $notFound }
    标为没有帮助：{ $unhelpful }
    正在等待：{ $waiting }
missed-title = 没有答好的问题：
missed-none = 目前没有答得不好的问题。
missed-line = { $question }（{ $reason }）
reason-not-found = 报纸上没有
reason-unhelpful = 标为没有帮助
reindex-running = 正在更新索引。
reindex-done =
    索引已经更新。
    文件：{ $files }
    文章：{ $articles }
    计算向量的段落：{ $embedded }
    用时（秒）：{ $seconds }
reindex-failed = 索引没能更新：{ $reason }
status-body =
    版本：{ $version }
    已运行：{ $uptime }
    等待处理的更新：{ $waiting }
    放弃的更新：{ $parked }
    文章：{ $articles }
    内存：{ $memory }
status-parked-line = 更新 { PLAIN($update) }：{ $reason }

## Files that administrators send

upload-kinds = 我接收这几种文件：{ $kinds }
upload-too-large = 这个文件太大，我接收的文件不超过 { $megabytes } MB。
upload-name = 这个文件名不能用，请改名后再发。
upload-exists = 已经有 { $file } 了，请换个文件名再发。
upload-refused = { $file } 没有收进报纸：{ $reason }
upload-added = { $file } 已收进报纸，共{ $articles }篇文章。
upload-failed = 这个文件没能收进报纸：{ $reason }
