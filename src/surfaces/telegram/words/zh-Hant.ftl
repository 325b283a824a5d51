# What the bot says, in traditional Chinese. What holds for all languages is said in en.ftl.

## Talking with readers

start =
    用您自己的話問我報紙上的事，什麼語言都可以。我用報紙的原文回答，並告訴您登在哪裡。

    例如：能力作風建設年活動總結會是哪天召開的？
help =
    寫下問題傳給我，我會找出報紙上回答它的原句和所在的文章。報紙上沒有的，我會直說。

    可以接著追問，例如「那是什麼時候？」，我會參照前面的問題來理解。
    點標題可以看全文。
    在群組裡請@我，或者回覆我的訊息。

    /latest { command-latest }
    /article { command-article }
    /sources { command-sources }
    /language { command-language }
    /forget { command-forget }
    /privacy { command-privacy }
help-admin =
    管理員指令：
    /stats { command-stats }
    /missed { command-missed }
    /reindex { command-reindex }
    /status { command-status }
    把報紙版面作為檔案傳給我，我會收進報紙。
not-text = 我只能看懂文字，請把問題寫成文字傳給我。
failed = 抱歉，我這邊出了點問題，請稍後再問一次。
unknown-article = 這篇文章我這裡已經沒有了，您可以直接提問。
no-headline = （無標題）
thinking = 正在翻看報紙……
slow = 您一分鐘內問了不止{ $limit }個問題，我會稍後逐個回答。

## Articles and files

latest-title = 最新的文章：
latest-none = 還沒有文章。
sources-title = 我依據的檔案：
sources-none = 還沒有檔案。
source-line = { $file }：{ $articles }篇文章
more-sources = 另有{ $count }個檔案
article-usage = 請在 /article 後面寫上文章的編號或標題。

## Settings and privacy

language-prompt = 您希望我說哪種語言？報紙原文不翻譯。
language-set = 好的，以後我用繁體中文。
language-own = 跟隨我的 Telegram
forgotten = 我為這個聊天保存的內容已經刪除。
privacy =
    以下內容只保存在我所在的機器上：
    • 您的問題，回答之後就刪除
    • 每個聊天最近的幾次問答，用來理解追問
    • 報紙上沒有答案、或者回答被標為沒有幫助的問題；編輯看不到是誰問的
    • 您選的語言

    除了訊息本身，什麼都不會離開這部機器。傳送 /forget 可以刪除我為這個聊天保存的內容。

## Buttons and what they say

button-article = 看第{ $n }條的全文
button-more = 這篇文章的更多內容
button-others = 其他文章
button-unhelpful = 沒有幫助
noted-unhelpful = 謝謝，已經記下了。
button-earlier = 上一頁
button-later = 下一頁
page-of = 第{ $page }頁，共{ $pages }頁
no-more = 這篇文章裡沒有更多相關內容了。
no-others = 其他文章裡沒有相關內容。
expired = 這個按鈕已經過期，請重新提問。

## Inline

inline-hint = 寫下關於報紙的問題
inline-none = 報紙上沒有找到答案。

## The command menu

command-start = 我能做什麼
command-help = 怎樣提問
command-latest = 最新的文章
command-article = 按編號或標題看全文
command-sources = 我依據的檔案
command-language = 我說的語言
command-forget = 刪除我為這個聊天保存的內容
command-privacy = 我保存什麼，保存在哪裡
command-stats = 問答統計
command-missed = 沒有答好的問題
command-reindex = 讀入新的和改過的報紙檔案
command-status = 執行狀態

## For administrators

stats-body =
    來自 Telegram 的更新：{ $updates }
    回答：{ $answers }
    報紙上沒有：{ $notFound }
    標為沒有幫助：{ $unhelpful }
    正在等待：{ $waiting }
missed-title = 沒有答好的問題：
missed-none = 目前沒有答得不好的問題。
missed-line = { $question }（{ $reason }）
reason-not-found = 報紙上沒有
reason-unhelpful = 標為沒有幫助
reindex-running = 正在更新索引。
reindex-done =
    索引已經更新。
    檔案：{ $files }
    文章：{ $articles }
    計算向量的段落：{ $embedded }
    用時（秒）：{ $seconds }
reindex-failed = 索引沒能更新：{ $reason }
status-body =
    版本：{ $version }
    已執行：{ $uptime }
    等待處理的更新：{ $waiting }
    放棄的更新：{ $parked }
    文章：{ $articles }
    記憶體：{ $memory }
status-parked-line = 更新 { PLAIN($update) }：{ $reason }

## Files that administrators send

upload-kinds = 我接收這幾種檔案：{ $kinds }
upload-too-large = 這個檔案太大，我接收的檔案不超過 { $megabytes } MB。
upload-name = 這個檔名不能用，請改名後再傳。
upload-exists = 已經有 { $file } 了，請換個檔名再傳。
upload-refused = { $file } 沒有收進報紙：{ $reason }
upload-added = { $file } 已收進報紙，共{ $articles }篇文章。
upload-failed = 這個檔案沒能收進報紙：{ $reason }
