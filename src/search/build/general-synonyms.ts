/**
 * Words that mean the same in the help pages of any product, by language: what people type and what manuals call it. One group a
 * line, words separated by commas; a word with spaces is looked for as a whole, plurals need no entry. A group must be right in most
 * contexts, so ambiguous words stand only in longer ones, and no Chinese word is one that neighbouring words often make up together.
 * No word stands in more than two groups.
 */
export const generalSynonyms = {
	en: `
login,log in,sign in,signin,log on,logon
logout,log out,sign out,signout,log off
sign up,signup,register,create account,open an account,enrol,new account,registration
forgot password,lost password,forgotten password,reset password,password reset,recover password,password recovery
change password,new password,update password
password,passcode,pwd,pass word
credentials,login details,sign-in details,username and password
username,user name,login name,user id,account name
display name,nickname,screen name
two-factor authentication,2fa,two-step verification,2-step verification,mfa,multi-factor authentication,second factor
authenticator app,authenticator,totp,google authenticator
verification code,security code,one-time code,otp,one-time password,confirmation code,sms code,login code
locked out,cannot log in,can't log in,unable to log in,can't sign in,cannot sign in,login failed,sign-in problem
delete account,close account,deactivate account,remove account,cancel account,account deletion,delete my profile
account suspended,account banned,account blocked,account disabled,account locked,suspended,banned
account hacked,hacked,compromised,someone else logged in,account stolen,account takeover
unauthorised access,unauthorized access,intruder,suspicious login,unusual activity
verify email,confirm email,email verification,activation email,email confirmation
avatar,profile picture,profile photo,user picture
profile,personal page,user page,public profile
single sign-on,sso,saml
session expired,logged out automatically,session timeout,signed out automatically,keeps logging me out
stay signed in,remember me,keep me logged in,stay logged in
backup codes,recovery codes
passkey,passwordless,webauthn,security key,fido
fingerprint,touch id,face id,biometrics,face unlock,face recognition
multiple accounts,switch accounts,second account,several accounts
administrator,admin,superuser
team member,member,teammate,colleague,coworker,collaborator
role,access level,permission level,user role
permission,access rights,privilege,access control,authorisation,authorization
permission denied,access denied,forbidden,403,not authorised,not authorized,not allowed,won't let me
unauthenticated,error 401,unauthorized,not logged in,not signed in
guest,visitor,anonymous user
invite,add member,add user,add people,invitation
workspace,organisation,organization,team space
email,e-mail,mail,email address
phone number,mobile number,telephone number,cell number,cellphone number
personal information,personal details,personal data,private data
privacy,data protection,gdpr,privacy policy
cookie consent,cookie banner,cookie notice,consent banner
terms of service,terms and conditions,terms of use,user agreement,eula
download my data,export my data,data export,copy of my data
parental controls,child account,kids mode,family controls
cost,price,fee,charge,how much,pricing
refund,money back,reimbursement,get money back
invoice,bill,receipt,billing statement
payment method,payment option
credit card,bank card,debit card,payment card
payment failed,card declined,payment declined,card rejected,payment rejected,card not accepted,payment did not go through
charged twice,double charge,duplicate charge,billed twice,double payment
unexpected charge,unknown charge,overcharged,charged too much,wrong amount charged,unrecognised charge,unrecognized charge
subscription,membership,subscribe
cancel subscription,end subscription,stop subscription,cancel membership,cancel plan,stop paying
auto-renew,automatic renewal,renewal,recurring payment,automatic payment
free trial,trial period,trial version,try for free,try before you buy
free of charge,free,gratis,complimentary
premium,pro version,paid version,paid plan,full version
discount,coupon,promo code,voucher,special offer,discount code,promotion
sales tax,vat,gst,tax
buy,purchase,place an order
shopping cart,shopping basket,shopping bag,basket
change plan,switch plan,upgrade plan,downgrade plan
pricing plan,pricing tier,price list
overdue,unpaid,past due,late payment,outstanding payment
payout,earnings,receive money
gift card,gift voucher,gift code
track order,order status,where is my order,order tracking,where is my package,track my parcel
delivery,shipping,shipment
delivery time,shipping time,when will it arrive,how long does delivery take
return an item,send it back,returns,exchange an item,return policy
out of stock,sold out,not in stock,currently unavailable
warranty,guarantee
bank transfer,wire transfer,bank payment
licence key,license key,serial number,product key,activation key
licence,license,licensing terms
donate,sponsor,sponsorship,donation
usage limit,quota,maximum usage
rate limit,too many requests,throttling,request limit,error 429
referral,refer a friend,invite a friend,affiliate
reward points,loyalty points,rewards,bonus points
student discount,education discount,academic pricing
nonprofit,non-profit,charity,ngo
business account,company account,enterprise,corporate account
appointment,booking,reservation
installer,setup file,installation package,setup wizard
install,installation,install on my computer
reinstall,install again,clean install,fresh install
uninstall,remove app,remove program,delete app,get rid of the app
delete,remove,erase,uninstall,get rid of
update,upgrade,new version,latest version,newer version
automatic updates,auto update,update automatically
downgrade,roll back,rollback,older version,go back to an older version,previous version
version number,which version,build number,app version
download fails,cannot download,can't download,download stuck,download interrupted
system requirements,requirements,prerequisites,minimum requirements
compatible,compatibility
unsupported,not supported,incompatible
get started,quick start,quickstart,first steps,beginner guide,getting started
tutorial,guide,walkthrough,step by step,lesson
documentation,docs,handbook,user guide,user manual,instructions
example,sample,demo
template,boilerplate,starter kit,scaffold
release notes,changelog,change log,latest changes,list of changes
feature request,request a feature,suggest a feature,missing feature,feature suggestion
beta,preview version,early access,experimental,prerelease,pre-release
deprecated,obsolete,discontinued,no longer supported,end of life,outdated,legacy
breaking change,migration guide,upgrade guide,incompatible change
migrate,migration,switch from
operating system,os
computer,pc,laptop,desktop computer
mobile phone,smartphone,cell phone,cellphone,handset
tablet,ipad
mac,macos,os x,macbook
iphone,ios,apple phone
browser,web browser
extension,addon,plugin,plug-in
app,application,program,software
home page,homepage,start page,landing page,front page,main page
desktop shortcut,desktop icon
setup,set up,configure,settings,preferences,options,configuration
default,factory setting,standard setting,preset
customise,customize,personalise,personalize,adjust,tailor
turn on,enable,switch on,activate
turn off,disable,switch off,deactivate
start,launch,run,begin,boot
stop,quit,exit,shut down
pause,suspend temporarily,put on hold
resume,continue
error,failure,problem,issue,bug,fault,glitch,trouble
error message,error code,warning message
crash,hang,freeze,not responding,stuck,unresponsive,frozen screen
does not open,doesn't open,won't open,won't start,does not start,fails to start,does not launch,crashes on startup
closes by itself,quits unexpectedly,shuts down by itself,force closes,closes unexpectedly,exits unexpectedly
not working,does not work,doesn't work,broken,won't work,stopped working,no longer works
troubleshoot,fix,repair,solve,resolve,diagnose
workaround,temporary fix,quick fix
slow,lag,performance,speed,sluggish,takes forever
speed up,make faster,optimise,optimize,improve performance
blank page,white screen,blank screen,empty page,black screen,nothing shows up
keeps loading,loading forever,endless loading,never loads,infinite loading,stuck on loading,spinning wheel,does not load
restart,reboot,start again,relaunch,turn it off and on again
reset,factory reset,restore defaults,restore factory settings,start over
clear cache,empty cache,delete cache,clear browsing data,clear browser data,purge cache
cache,cached copy,temporary files
log file,event log,error log,console output
debug,debugger,find bugs,troubleshoot code
stack trace,traceback,backtrace,stacktrace
timeout,request timed out,connection timed out,took too long,time limit exceeded
cannot connect,can't connect,connection failed,no connection,unable to connect,connection refused,not connecting,connection error
offline,no internet,without internet,no network,no internet connection
wifi,wi-fi,wireless network,wlan
internet connection,network connection,connectivity
outage,server down,service unavailable,error 503,site is down,downtime
status page,system status,service status
not found,404,page missing,page not found,page does not exist
broken link,dead link,link does not work,link not working
internal server error,server error,error 500,500 error
bad gateway,gateway timeout,error 502,error 504
ssl certificate,tls certificate,https certificate,https
security warning,unsafe site,certificate error,certificate warning
virus,malware,trojan,spyware,infected
antivirus,virus scanner,anti-virus,security software
spam,junk mail,unwanted mail,junk folder
phishing,fake email,scam,fraud,fake website
lost,missing,disappeared,gone,vanished
not showing,not shown,not displayed,not visible,does not appear,doesn't show,doesn't show up
not received,did not arrive,didn't arrive,didn't get,never came,not arriving,didn't receive
wrong,incorrect,invalid
corrupted,damaged,unreadable,cannot open file,can't open file,file does not open
duplicate entries,double entries,appears twice,shown twice
report a bug,bug report,report a problem,report an issue,crash report
helpdesk,help desk,service desk
contact us,contact support,customer service,get in touch,customer support,talk to someone,speak to someone,reach you
live chat,chat with support,online chat
feedback,survey,your opinion,rate us
faq,frequently asked questions,common questions
forum,discussion board,message board,community
known issue,known problem,known bug,known limitation
limitation,restriction,constraint
out of memory,not enough memory,low memory,memory full
ram,working memory
storage full,disk full,no space left,not enough space,out of space,low storage,out of disk space
free up space,make space,clean up disk,disk cleanup,save space
storage,disk space,storage space
battery drain,battery life,uses too much battery,power consumption,battery drains fast,battery usage
not charging,does not charge,won't charge,charging problem
overheating,too hot,gets hot,overheats
no sound,no audio,cannot hear,can't hear,sound not working,there is no sound
sound,audio,volume
loudspeaker,speaker
microphone,mic
camera,webcam
brightness,too dark,too bright,dim screen
blurry,pixelated,low quality,low resolution,not sharp,fuzzy
flickering,flashing,blinking
keyboard shortcut,hotkey,shortcut key,key combination,keybinding,key binding
on-screen keyboard,virtual keyboard
mouse pointer,cursor
touchpad,trackpad
touch screen,touchscreen
print,hard copy,print out,printer
pairing,connect a device,link a device,bluetooth connection
usb stick,flash drive,thumb drive,memory stick,pen drive,usb drive
hard drive,hard disk,disk drive,ssd
headphones,headset,earphones,earbuds
router,modem
device,gadget
lost device,lost phone,stolen phone,find my phone,stolen device,lost my phone
new phone,new computer,new device,switch phones,change device,another device,another computer
dark mode,night mode,dark theme,black background
theme,appearance,skin,look and feel,color scheme,colour scheme
wallpaper,background image,background picture
font,typeface
font size,text size,bigger text,larger text,text too small,make text bigger
zoom,magnify,enlarge,make bigger,zoom in
change language,language settings,switch language,display language,other language
translation,localisation,i18n,l10n,internationalization,internationalisation,multilingual
time zone,timezone,local time,wrong time
country,region
location,gps,geolocation
notification,alert,push message
reminder,remind me,alarm
stop notifications,turn off notifications,mute,silence,do not disturb,snooze,too many notifications
accessibility,a11y,screen reader,assistive technology,blind users
folder,directory
path,file path,file location
link,hyperlink,url,web address
route,path,url
rename,change the name,change name
drag and drop,drag
copy,duplicate,clone
clipboard,copy and paste,copy-paste
trash,recycle bin,deleted items,wastebasket
restore deleted,recover deleted,undelete,recover files,deleted by mistake,accidentally deleted,get deleted back,deleted by accident
undo,revert,go back,take back
state,store
save,store
autosave,auto-save,save automatically
unsaved changes,lost work,forgot to save,changes not saved
backup,back up,safety copy
restore,recover,bring back
snapshot,point in time copy
archive,zip,zip file
unzip,extract,decompress,unpack
compress,reduce size,make smaller,shrink,minify
file too large,size limit,too big,maximum size,exceeds limit,file too big,upload limit
upload,attach,add a file,send a file
attachment,attached file
import,load from a file
export,save as,download as
convert,change format,transform
file type,file format,file extension
save as pdf,export to pdf,print to pdf,pdf export
spreadsheet,excel,worksheet,google sheets
presentation,slides,powerpoint,slideshow,slide deck
chart,graph,plot,diagram
database,db,data store
search,find,look up,lookup
nothing found,no results,no matches
filter,narrow down,refine
sort,arrange,reorder,rearrange,sort order
select,choose,pick
edit,change,modify,alter,amend
create,add,new
insert,add
embed,iframe,include in a page,put on my website
replace,substitute,swap
find and replace,search and replace,replace all
picture,image,photo,photograph
screenshot,screen capture,screen shot,print screen
screen recording,record screen,record my screen,screencast
video,movie,film,video clip
animation,gif,moving image
transition,fade
icon,symbol,pictogram
bookmark,favourite,favorite,save for later,read later,starred
tag,label,keyword
comment,note,remark,annotation
reply,respond,answer
direct message,dm,private message
video call,video chat,video conference,online meeting,video meeting
calendar,agenda
todo,todo list,checklist,task list
draft,unpublished,work in progress,wip
deploy,publish,release,go live,roll out,put online,deployment
hide,conceal,make invisible
show,display,render
visibility,who can see
private,confidential
share,send to others,give access,share with others
shared link,invite link,public link,share link
stop sharing,unshare,revoke access,remove access,take away access
collaborate,work together,edit together,co-edit,real-time editing,simultaneous editing
sync,synchronise,synchronize
not syncing,sync failed,out of sync,sync not working,does not sync,doesn't sync,sync problem
cloud storage,online storage,cloud drive
self-hosted,on-premises,own server,run it myself,my own server,self-hosting
version history,revision history,previous versions,earlier version,history of changes,file history
audit log,audit trail,activity log
spell check,spelling,spellchecker,typo,autocorrect
word count,character count,number of words
margin,spacing,padding,gap
align,centre,center,justify,alignment
colour,color
italic,slanted,emphasis
strikethrough,crossed out,line through
bullet list,unordered list,bullet points
numbered list,ordered list
heading,headline,title
line break,newline,new line
sidebar,side panel,side menu,navigation pane
menu,navigation,nav bar,navbar
dropdown,drop-down,select box,combo box,pull-down
popup,pop-up,modal,dialog,dialogue,overlay
tooltip,hover text,hint
checkbox,tick box,check box
radio button,option button
text box,input field,text field,form field,textbox
form,questionnaire
full screen,fullscreen,maximise,maximize
split screen,side by side,split view
scrollbar,scroll bar
responsive,mobile friendly,small screens
layout,page structure
table of contents,toc,page contents
equation,formula,math,latex
rich text,wysiwyg,formatted text,visual editor
emoji,smiley,emoticon
placeholder,sample text,dummy text,lorem ipsum
autofill,auto-fill,fill in automatically,form filling
autocomplete,auto-complete,typeahead,search suggestions
package,library,dependency,module
package manager,npm,yarn,pnpm
repository,repo,codebase,git repository
pull request,merge request,pr
command line,terminal,cli,console,shell,command prompt
environment variable,env var,dotenv,env file,environment variables file
api key,access token,api token,secret key,auth token
endpoint,rest api,web service,api url
webhook,http callback,callback url
function,method,procedure
parameter,argument,arg,param
property,attribute,prop
array,list
dictionary,hash map,hashmap,associative array,key-value pairs
boolean,true or false,true/false
null,undefined,nil,empty value
loop,iterate,repeat,for each,foreach
conditional,if statement
event handler,event listener,callback,listener
redirect,url forwarding,forward to another page,send to another page
query string,query parameter,search params,url parameter,query params
component,widget
refresh,reload
hot reload,live reload,hmr,hot module replacement,fast refresh
server-side rendering,ssr,server rendering,render on the server
static site,static site generation,ssg,prerender,pre-render,static export
client side,frontend,front end,client-side
backend,back end,server side,server-side
build,compile,bundle
bundle size,javascript size,smaller bundle
unit test,automated test,test suite,test case
mock,stub,test double,fake object
continuous integration,ci,ci/cd,build pipeline,continuous deployment
virtual machine,vm,virtual server
emulator,simulator
hosting,web host,hosting provider
custom domain,own domain,domain name
dns,nameserver,dns record
load balancing,scaling,scalability,handle more traffic,autoscaling
production,live site,live environment,prod
staging,test environment,sandbox,test server
local development,dev server,development server,run locally
developer,programmer,coder
contribute,contributor guide,contributing
open source,oss,free software
syntax error,parse error,unexpected token
type error,type mismatch,wrong type
exception,throw,raise an error
validation,check input,verify input,form validation,input check
bad request,error 400,invalid request
required field,mandatory,must be filled in
regex,regular expression,regexp,pattern matching
serialise,serialize,to json,stringify
parse,deserialize,deserialise,read json
fetch,http request,ajax,load data
cors,cross-origin,blocked by cors,cross origin request
async,asynchronous,await
concurrency,parallel,multithreading,threads
background job,background task,job queue,background worker
scheduled task,cron,cron job,recurring job,run every day
memory leak,memory usage,growing memory
performance profiling,performance analysis,find slow code
monitoring,metrics,observability,telemetry
analytics,statistics,stats,usage data,visitor numbers
dashboard,control panel,admin panel
encryption,end-to-end encryption,e2ee,cipher
secure,safe,protect
vulnerability,security hole,exploit,security flaw,cve
schema,data model,data structure
database migration,schema change,schema migration
extend,inherit,subclass,inheritance
override,overwrite
global,site-wide,app-wide,everywhere
nested,inside another
lazy loading,load on demand,code splitting,dynamic import
pagination,paging,load more,infinite scroll,page numbers
code completion,intellisense,code hints
syntax highlighting,code highlighting,coloured code,colored code
linter,code style,static analysis,eslint
code formatter,prettier,format code,pretty print
type definitions,typings,typescript types
code editor,ide,vs code,text editor
seo,search engine optimisation,search engine optimization,meta tags,google ranking
web crawler,crawler,spider,bot
rss,feed,atom feed
newsletter,mailing list,email updates
unsubscribe,stop emails,opt out,leave mailing list,too many emails
captcha,robot check,i am not a robot,human verification
qr code,scan code
sitemap,site map
schedule,timetable
opening hours,business hours,office hours,working hours
expire,no longer valid,lapse
due date,deadline
delay,latency,waiting time
average,mean value
total,sum
calculate,work out
compare,comparison,difference between,versus,vs
alternative,instead of
advantage,benefit,pros
disadvantage,drawback,cons,downside
best practice,recommendation,tips,advice
glossary,terminology,definition
overview,introduction,summary
architecture,under the hood,internals
approve,accept,allow,grant
reject,decline,refuse,deny
block a user,block someone,ban a user,ban someone
blacklist,blocklist,denylist
unblock,unban
whitelist,allowlist
report abuse,report a user,harassment,report content
follow,subscribe to
merge,combine,join together
split,divide,separate
link accounts,connect accounts
integration,works together with,third-party
automation,workflow,do automatically,automate
bulk,batch,many at once,several at once
password protect,protect with a password,lock with a password
transfer ownership,change owner,new owner,hand over
voicemail,answering machine
text message,sms
phone call,voice call,telephone call
sync contacts,import contacts,address book
subtitles,captions,closed captions
play,playback
does not play,won't play,video not playing,playback error,video does not load
crop,trim,cut off
rotate,turn sideways,flip
watermark,logo on image
e-signature,electronic signature,digital signature,sign a document
by mistake,accidentally,by accident,unintentionally
automatically,by itself
permanently,forever
immediately,right away,instantly
beginner,newbie,novice
keeps asking,asks every time,asks again and again
nearby,near me
lost internet,internet not working,internet down,no wifi
cheap,affordable,inexpensive
`,
	'zh-cn': `
登录,登陆,登入
退出登录,登出,退出账号,退出帐号,注销登录
注册,开户,新建账号,申请账号,创建账号,注册账号
账号,帐号,账户,帐户
忘记密码,密码忘了,忘了密码,找回密码,重置密码,密码不记得了,密码想不起来
修改密码,改密码,换密码,更改密码,更换密码
密码错误,密码不对,密码不正确,密码输错
密码,口令
用户名,登录名,账号名
昵称,显示名称,网名
两步验证,双重验证,二次验证,双因素认证,两步认证,多重身份验证,2FA,二步验证
验证码,校验码,动态码,短信验证码,动态密码
收不到验证码,没收到验证码,验证码没来,验证码不来,验证码发不出来
登录不了,登不上,登不进去,无法登录,登录失败,登录不上,不能登录,登不了
注销账号,删除账号,销户,注销帐号,删号,永久注销,注销账户
封号,账号被封,被封禁,账号被停用,账号被限制,账户被冻结,账号被冻结
盗号,账号被盗,号被盗了,被别人登录,异地登录,账户被盗
验证邮箱,邮箱验证,激活邮件,确认邮件,验证邮件
头像,个人照片,用户头像
个人资料,个人信息,我的资料,用户资料
个人主页,个人中心,我的页面
单点登录,SSO,统一登录
登录过期,会话过期,登录失效,自动退出登录,老是要重新登录,掉登录
记住密码,保持登录,自动登录,记住我,免登录
指纹解锁,指纹识别,指纹登录
人脸识别,刷脸,面容识别,面容解锁
多个账号,切换账号,换账号,第二个账号
绑定手机,手机绑定,关联手机号
换手机号,更换手机号,改手机号,换绑手机,修改手机号,换号码
解绑,解除绑定,取消绑定,取消关联
第三方登录,微信登录,快捷登录,授权登录
扫码登录,二维码登录,扫一扫登录
手机号,电话号码,手机号码,联系电话
管理员,超级管理员,超管
成员,团队成员,协作者
角色,权限级别,用户角色
权限,访问权限,使用权限
没有权限,无权限,权限不足,拒绝访问,权限不够,无权访问,403
访客,游客,匿名用户
邀请,添加成员,邀请成员,加人
组织,团队,工作区,工作空间
邮箱,电子邮箱,邮件地址,电子邮件,E-mail
隐私,隐私保护,隐私政策,数据保护
服务条款,用户协议,使用条款,服务协议,使用协议
导出我的数据,下载我的数据,下载个人数据
家长控制,青少年模式,儿童模式,未成年人模式,家长监护
实名认证,身份认证,身份验证,实名
价格,费用,收费,多少钱,价钱,资费
退款,退钱,退费,返还
发票,开票,开发票,电子发票
账单,消费记录,扣费记录,付款记录
手续费,服务费
支付方式,付款方式,怎么付钱,付款途径
银行卡,信用卡,借记卡,储蓄卡
支付失败,付款失败,付不了款,无法支付,支付不了,付款不成功,不能支付
重复扣款,扣了两次,多扣钱,重复扣费,扣了两次钱,重复付款
乱扣费,莫名扣费,被扣钱,莫名其妙扣钱,不明扣款,自动扣费
付款,支付,付钱,缴费
订阅,会员,包月
取消订阅,退订,停止续费,取消会员,关闭会员,取消套餐
自动续费,自动续订,自动扣款,连续包月
关闭自动续费,取消自动续费,停止自动扣款,取消自动续订
续费,续订,续期
免费试用,试用,试用期,体验版,试用版
免费,不要钱,不花钱,不收费
付费版,专业版,高级版,收费版
优惠券,折扣,优惠码,代金券,打折,优惠,折扣码
购买,下单
套餐,价格方案,付费方案
更换套餐,升级套餐,换套餐,改套餐,降级套餐
欠费,逾期,未付款,没交钱
提现,取钱,取款
充值,充钱,储值
兑换码,激活码,卡密,兑换券,序列号
购物车,购物篮
查订单,订单状态,订单进度,我的订单
物流,快递,配送,发货,送货
多久到货,什么时候到货,配送时间,几天能到
退货,退换货,换货,退回商品
缺货,没货,售罄,断货,卖完了
保修,质保,三包
银行转账,汇款,对公转账
许可证,授权码,产品密钥,license
捐赠,赞助,打赏
额度,配额,使用上限,用量限制
请求过多,限流,频率限制,请求太频繁,操作频繁,操作太频繁,429
积分,奖励积分
邀请好友,推荐好友,邀请奖励,拉新
学生优惠,教育优惠,学生折扣,学生认证
企业版,公司账号,企业账号,商业版
预约,预订,预定
安装,装上,安装方法,怎么装
安装不了,装不上,无法安装,安装失败,安装不上,不能安装
安装包,安装程序,安装文件
重装,重新安装,卸了重装
卸载,删除软件,删除应用,删软件,卸掉
删除,移除,清除,去掉,卸载,删掉
卸载不了,卸不掉,删不掉,无法卸载,无法删除,删除不了
更新,升级,新版本,最新版
更新失败,升级失败,更新不了,无法更新,升级不了,更新不成功
自动更新,自动升级
关闭更新,停止更新,关闭自动更新,不想更新,禁止更新
回退,降级,旧版本,退回旧版,回滚,恢复旧版,老版本
版本号,哪个版本,什么版本,当前版本
下载,下到本地
下载失败,下载不了,下不了,无法下载,下载不动
系统要求,配置要求,硬件要求,环境要求
前提条件,前置条件,准备工作,先决条件
兼容,兼容性,适配
不支持,不兼容
入门,快速开始,新手教程,快速上手,新手指南,新手入门,初学者
教程,指南,攻略,使用教程,操作步骤
文档,手册,说明书,使用说明,帮助文档
示例,例子,样例,范例
演示,demo
模板,模版,样板
更新日志,更新内容,版本说明,更新记录,发布说明,更新了什么
功能建议,提需求,新功能建议,希望增加功能
测试版,内测,公测,预览版,beta
弃用,废弃,不再支持,停止支持,过时
迁移,搬家,转移,搬迁
操作系统,系统版本
电脑,计算机,PC,台式机,笔记本电脑
手机,移动端,手机端
平板,iPad,平板电脑
苹果手机,iPhone,iOS
苹果电脑,Mac,macOS,MacBook
安卓,Android,安卓手机
浏览器,网页浏览器
插件,扩展,扩展程序,附加组件,加载项
应用,软件,程序,APP,应用程序
首页,主页,起始页
桌面图标,桌面快捷方式,桌面图标不见了
设置,配置,设定,选项,偏好设置,首选项
默认,缺省,预设
恢复默认,恢复默认设置,还原设置,重置设置,恢复初始设置
恢复出厂设置,恢复出厂,出厂设置,初始化
自定义,个性化,定制
开启,启用,打开
关闭,禁用,停用,关掉
启动,运行
停止,终止,结束,中止
暂停,挂起
继续,恢复运行,接着
报错,错误,出错,异常,失败,故障
错误提示,错误信息,错误代码,报错信息,错误码
bug,缺陷,毛病
闪退,崩溃,自动退出,自动关闭,突然退出,闪崩
卡死,死机,无响应,没反应,卡住,假死,未响应,点了没反应
打不开,无法打开,打开不了,进不去,不能打开,启动不了,无法启动,开不了
不能用,用不了,没法用,无法使用,不好使,失灵,不起作用,不管用
不生效,没效果,没有效果,没有生效
排查,排错,故障排除,疑难解答,故障诊断
解决,修复,修好,怎么修
临时方案,变通办法,替代方案,临时解决
卡顿,很慢,太慢,速度慢,反应慢,性能,延迟高
加速,提速,变快,优化速度,性能优化
白屏,空白页,页面空白,一片空白,什么都没有
黑屏,屏幕不亮,屏幕黑了
加载不出来,一直加载,一直转圈,加载失败,转圈圈,刷不出来,加载慢,加载不了
重启,重新启动,重开,关机再开
清理缓存,清除缓存,清缓存,删除缓存,清空缓存
缓存,临时文件
日志,运行记录,运行日志
调试,debug,断点
超时,响应超时,请求超时,连接超时,timeout
连不上,无法连接,连接失败,连接不上,链接失败,连接不了,不能连接,连不了
断网,没网,没有网络,离线,网络断开,无网络
掉线,断线,断开连接,老是断,经常断开
网络不好,网络慢,网速慢,信号差,信号不好,网络差
WiFi,无线网,无线网络,无线
服务器挂了,宕机,服务不可用,服务中断,服务器崩了,停机
服务状态,系统状态,运行状态
404,找不到页面,页面不存在,网页不存在
链接失效,链接打不开,死链,失效链接
服务器错误,内部错误,服务器内部错误,500 错误
网关错误,502 错误,504 错误
SSL 证书,HTTPS,TLS,安全证书,网站证书
不安全,安全警告,证书错误,安全提示
病毒,木马,恶意软件,中毒
杀毒软件,安全软件,杀软,杀毒
垃圾邮件,骚扰邮件,广告邮件
骚扰,骚扰信息,骚扰短信,垃圾短信
诈骗,骗局,钓鱼,骗子,欺诈
丢失,不见了,消失,没了,找不到了
不显示,显示不出来,看不到,看不见,没显示,显示不了,没有显示
收不到,没收到,接收不到,未收到,没有收到
找不到,搜不到,搜索不到,没找到
不正确,不对,有误
损坏,坏了,破损
文件损坏,文件打不开,文件坏了
乱码,显示乱码,文字乱码,问号方块
重复,出现两次,两份
反馈问题,报告问题,提交 bug,上报错误,问题反馈
客服,人工客服,客户服务,技术支持,售后
联系客服,联系我们,联系方式,人工服务,找客服,转人工
意见反馈,反馈,意见,建议
投诉,举报
常见问题,FAQ,常见疑问
社区,论坛,交流群
已知问题,已知缺陷,已知 bug
限制,局限,约束
内存不足,内存不够,内存满了,爆内存,内存溢出
空间不足,存储空间不足,存储满了,空间不够,硬盘满了,磁盘已满,容量不够,手机内存不足
清理空间,释放空间,腾空间,清理垃圾,清理内存
存储空间,容量,存储容量,磁盘空间
耗电,掉电快,耗电快,电池不耐用,续航
充不进电,充电慢,不充电,无法充电,充不上电
发烫,发热,过热,很烫
没声音,没有声音,听不到,听不见,静音了,无声
声音,音量,音频
麦克风,话筒
扬声器,喇叭,音箱
摄像头,相机,镜头
屏幕,显示屏,显示器
亮度,太暗,太亮,屏幕亮度
模糊,不清晰,看不清,画质差,不清楚,清晰度
闪烁,闪屏,屏幕闪
花屏,屏幕花了,显示异常
快捷键,热键,组合键
键盘,输入法
触摸板,触控板
触摸屏,触屏,触控
打印,打印机,打出来
蓝牙,蓝牙连接,蓝牙配对
配对,连接设备,绑定设备,添加设备
U 盘,优盘,闪存盘,USB 盘
硬盘,磁盘,固态硬盘
耳机,耳麦
路由器,光猫
设备丢失,手机丢了,手机被偷,查找手机,找回手机,手机丢失
换手机,换设备,新手机,换电脑,新设备,换机
夜间模式,深色模式,暗色模式,黑暗模式,暗黑模式,黑色主题
主题,外观,皮肤,界面风格
壁纸,背景图,背景图片
字体大小,字号,字太小,字体太小,放大字体,调大字体
字体,字型
放大,缩放,变大
切换语言,改语言,语言设置,更改语言,改成中文,设置中文,中文版
翻译,本地化,国际化,多语言,i18n
时区,时间不对,时间不准
地区,国家,区域
定位,位置,GPS,地理位置
通知,消息提醒,推送,提醒
收不到通知,没有通知,不推送,没有提醒,收不到推送,不提醒
关闭通知,关闭推送,免打扰,静音,勿扰,消息免打扰
无障碍,辅助功能,读屏,屏幕阅读器
文件夹,目录
路径,文件位置,存在哪里,文件路径,保存位置
重命名,改名,改名字,更名,修改名称
复制,拷贝
克隆,创建副本,复制一份
粘贴,剪贴板,复制粘贴
拖拽,拖动,拖放
回收站,垃圾箱,废纸篓,最近删除
误删,删错了,恢复删除,找回删除的文件,不小心删了,恢复文件,数据恢复
撤销,撤回,反悔,取消操作
重做,恢复撤销
保存,存储,储存,存起来
自动保存,自动存储
没保存,忘记保存,没有保存,未保存
备份,存档,备一份
还原,恢复,找回
快照,时间点备份
压缩包,zip,压缩文件
解压,解压缩,提取文件
压缩,减小体积,变小,缩小体积
文件太大,文件过大,大小限制,超出大小,超过限制,文件大小限制
上传,传文件,添加文件
上传失败,上传不了,传不上去,无法上传,上传不成功,传不了
附件,附加文件
导入,载入,读入
导出,另存为,输出
转换,格式转换,转格式,转成
文件格式,文件类型,后缀名,扩展名
导出 PDF,存为 PDF,转 PDF,另存为 PDF,转成 PDF
表格,电子表格,Excel
演示文稿,幻灯片,PPT
图表,统计图
数据库,DB
搜索,查找,查询,检索
筛选,过滤
排序,排列,顺序
选择,选中,勾选
全选,全部选中
编辑,修改,更改,改动
添加,新增,新建,创建,增加
嵌入,内嵌,iframe,embed
替换,更换,换成
查找替换,批量替换,全部替换
图片,照片,图像,相片
截图,截屏,屏幕截图
录屏,屏幕录制,录制屏幕
视频,影片,录像
动画,动效,动图,GIF
图标,icon
链接,网址,超链接,URL
收藏,书签,稍后阅读
标签,tag
分类,类别
评论,留言,跟帖
批注,注释,备注
回复,答复,回应
私信,私聊,单聊
群聊,群组,讨论组
视频通话,视频会议,线上会议,在线会议
日历,日程,行程
待办,待办事项,任务清单,任务列表
草稿,未发布,草稿箱
部署,发布,上线,发版
公开,所有人可见,公开可见
隐藏,藏起来,不让别人看到
显示,展示,渲染,呈现
可见范围,谁可以看,谁能看到,可见性
私密,仅自己可见,不公开,私有
分享,共享,转发,发给别人
分享链接,共享链接,邀请链接
取消分享,停止共享,取消共享,收回权限
协作,多人编辑,一起编辑,协同编辑,共同编辑
同步,同步数据
同步失败,不同步,无法同步,同步不了,没有同步
云盘,网盘,云存储,云端
自托管,私有部署,私有化部署,自己搭建,自建,本地部署
历史版本,版本历史,修改记录,历史记录,编辑历史
操作日志,审计日志,操作记录,谁改的
拼写检查,错别字,拼写错误
字数,字数统计,多少字
行距,行间距,行高
边距,间距,留白,页边距
对齐,居中
颜色,色彩,配色
加粗,粗体
斜体,倾斜
删除线,划掉
标题,题目
换行,分行,另起一行
页眉,页头
页脚,页尾
侧边栏,侧栏,边栏
菜单,导航,导航栏
下拉框,下拉菜单,下拉列表,选择框
弹窗,弹框,对话框,弹出窗口,提示框
悬停提示,工具提示,tooltip
复选框,勾选框,多选框
单选框,单选按钮
输入框,文本框,文本域
表单,问卷,调查表
全屏,最大化,满屏
分屏,并排,双窗口
响应式,移动端适配,手机适配,自适应
布局,排版,版式
目录大纲,大纲,内容目录,文章目录
公式,数学公式,LaTeX
富文本,所见即所得,可视化编辑
表情,emoji,表情包,颜文字
自动填充,自动填写,自动填表
自动补全,联想,搜索建议,自动完成
依赖,依赖包,第三方库,软件包,模块
包管理器,npm,yarn,pnpm
仓库,代码仓库,repo,代码库
合并请求,拉取请求,PR,pull request
命令行,终端,控制台,cmd,CLI,命令提示符
环境变量,env,.env 文件
访问令牌,API key,API 密钥,access token,认证令牌
接口,API,端点
Webhook,回调地址,回调 URL
函数,方法
参数,入参,形参
属性,prop,attribute
数组,列表
字典,哈希表,键值对
布尔值,真假值,boolean
空值,null,undefined,None
循环,遍历,迭代
条件渲染,条件判断,if 语句
事件监听,事件处理,监听器,回调函数
路由,路径,网址规则
重定向,跳转,转发到
查询参数,查询字符串,URL 参数
状态管理,全局状态,store
组件,控件,部件
刷新,重新加载,重载
热更新,热重载,HMR,热替换
服务端渲染,SSR,服务器渲染
静态站点,静态生成,预渲染,SSG,静态网站
前端,浏览器端
服务端,后端,服务器端
构建,编译,打包
打包体积,包大小,体积太大
单元测试,自动化测试,测试用例
模拟数据,mock,假数据
持续集成,CI,CI/CD,流水线
虚拟机,VM,虚拟服务器
模拟器,仿真器
主机,网站空间,虚拟主机
域名,自定义域名,绑定域名
域名解析,DNS,解析记录
负载均衡,扩容,高并发,水平扩展
生产环境,线上环境,正式环境
测试环境,预发布,沙箱,沙盒,预发环境
开发环境,本地开发,本地运行,开发服务器
开发者,程序员,开发人员
贡献代码,参与贡献,贡献指南,提交代码
开源,开放源码,open source
语法错误,解析错误
类型错误,类型不匹配,类型不对
抛出异常,抛错,throw
校验,验证输入,表单验证,输入检查
必填,必填项,不能为空
正则,正则表达式,regex
序列化,转成 JSON,转 JSON
反序列化,解析 JSON
网络请求,发请求,HTTP 请求,fetch,ajax
跨域,CORS,跨源
异步,async,Promise,await
并发,并行,多线程
后台任务,任务队列,消息队列
定时任务,计划任务,定时执行,cron,定时器
内存泄漏,内存泄露,内存一直涨
性能分析,性能检测,profiler
监控,监测,可观测性
统计,数据分析,访问量,流量统计
仪表盘,控制面板,管理后台,后台管理,dashboard
加密,端到端加密
保护,防护
漏洞,安全漏洞,安全隐患
数据模型,数据结构,表结构,schema
继承,派生类,子类
覆盖,重写,override
全局,整站,全站
嵌套,套在里面
懒加载,按需加载,延迟加载,代码分割,动态导入
分页,翻页,页码,加载更多
代码提示,智能提示,代码补全
语法高亮,代码高亮,代码着色
代码检查,代码规范,lint,eslint,静态检查
代码格式化,格式化代码,prettier
类型定义,类型声明,类型标注
编辑器,IDE,代码编辑器
搜索引擎优化,SEO,搜索排名,元标签
爬虫,机器人抓取,蜘蛛
退订邮件,取消邮件订阅,不想收邮件,停止接收邮件
人机验证,图形验证码,滑块验证,captcha
二维码,扫码,扫一扫
营业时间,工作时间,服务时间,上班时间,客服时间
过期,到期,失效
截止日期,截止时间,最后期限,deadline
等待时间,要等多久,等多久,多长时间
平均值,均值
总计,合计,总数,总共
对比,区别,差别,差异
替代,代替,取代
优点,好处,优势
缺点,坏处,不足之处,劣势
最佳实践,推荐做法,建议做法
术语,名词解释,术语表,词汇表
概述,简介,介绍,概览
原理,工作原理,实现原理,底层
同意,批准,通过申请
拒绝,驳回,不通过
审核,审批,审查
拉黑,屏蔽,黑名单
取消拉黑,解除屏蔽,移出黑名单
白名单,允许名单
取关,取消关注
合并,并到一起,整合
拆分,分割,分开
第三方集成,对接,接入,集成
自动化,工作流,自动执行
批量,一次性,成批
加锁,密码保护,设密码,加密码
转让,移交,更换所有者,转移所有权
短信,手机短信
打电话,拨打电话,语音通话
通讯录,联系人,电话簿
字幕,CC 字幕
播放不了,无法播放,不能播放,放不了,播放失败,视频打不开
录音,语音录制
裁剪,剪裁,剪切图片
旋转,转方向
电子签名,电子签章,签名文件
用户,使用者
网页,页面
手机版,移动版,手机网页
电脑版,桌面版,PC 版,客户端下载
压缩图片,图片变小,图片太大,缩小图片
局域网,内网
端口被占用,端口占用,端口冲突
权限设置,权限管理,分配权限
开不了机,无法开机,不开机
不小心,误操作,手滑,点错,误点
永久,彻底,永远
马上,立刻,立即
附近,周边
老是弹出,总是弹窗,反复提示,一直提示
关不掉,关闭不了,无法关闭,退不出来
`,
};
