// Words that CommVault, Windows and their logs use for themselves: never names of machines or people. Runs in the engine's
// process.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const PRODUCT_WORDS: ReadonlySet<string> = new Set(
  words(`
  commvault commserve commcell commnet mediaagent simpana galaxy hyperscale metallic cvd cvfwd cvlaunchd clmgrs
  evmgrs evmgrc jobmanager jobmgr appmgrservice applicationmgr clbackup clrestore filescan archmgr archiveindex mediamanager
  cvma cvmountd libraryserver createindex updateindex cvvss indexingservice indexcacheserver commservedr cvinstallmgr
  sidbengine sidbprune auxcopymgr auxcopy cvjobreplicator dataverf dataaging install autoinstall vsbkp vsdiscovery vsrst
  cloraagent oraobject sqlbackup sqlrestore sqlida clexdb nasbackup ndmpremoteserver cvperfmgr gxcvd gxclmgrs gxmmm qlogin
  qlogout qoperation qlist cvarchive cvping cvspy idataagent subclient subclients backupset backupsets instance instance001
  instance002 storagepolicy storage policy library libraries drive drives tape tapes media mount mountpath magnetic disk disks
  index cache ddb dedup deduplication pruning copy primary secondary synchronous selective job jobs phase scan backup backups
  restore restores recovery archive archives full incremental differential synthetic schedule scheduled pending running
  completed failed killed suspended waiting warning error errors info debug trace fatal notice critical alert severity
  windows linux unix macos solaris aix hpux vmware hyperv exchange sharepoint oracle sqlserver mysql postgresql postgres
  mongodb db2 hana sybase informix notes domino mssql mssqlserver iis tomcat apache nginx java dotnet powershell cmd
  system software hardware security sam hklm hkcu hkcr hku winnt system32 syswow64 programdata program files users public
  documents desktop downloads appdata local locallow roaming temp tmp builtin authority nt service services apppool network
  everyone domain domains workgroup localdomain localhost local host hosts hostname server servers client clients machine
  computer computers node nodes user users username account accounts owner group groups guest administrators name names
  unknown undefined anonymous none null nil true false yes no default example test testing demo sample foo bar baz qux
  select from where insert update delete join order group and or not in is as on by set values table
  get post put head options patch http https ftp ftps sftp ssh smtp imap ldap ldaps kerberos ntlm smb cifs nfs iscsi tcp udp
  icmp dns dhcp ntp snmp rpc soap rest json xml yaml html utf gbk ascii latin
  amd64 x86 x64 i386 i486 i586 i686 x86_64 arm64 armhf aarch64 ppc64 ppc64le s390x sparc64 mips64 riscv64 win32 win64
  jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun utc gmt cst est pst
  started stopped starting stopping connected connecting connection connections closed opened open close read write reading
  writing sent received request response status state success successful timeout retry retrying attempt attempts
  com net org www mail ftp smtp ns1 ns2 eth0 eth1 ens33 ens160 ens192 bond0 lo tty1 v1 v2 v3 v4 sha1 sha256 sha512 md5
  python2 python3 perl5 ruby2 gcc12 utf8 utf16 utf32 base64 latin1 ipv4 ipv6 mp3 mp4 h264 oauth2 http2 log4j log4j2
  sqlite3 bzip2 gzip zlib1 lib64 lib32 libc6 win10 win11 win2k win2k8 win2012 win2016 win2019 win2022 rhel7 rhel8 rhel9
  centos7 centos8 ubuntu20 ubuntu22 debian11 debian12 sles12 sles15 sql2012 sql2016 sql2019 x509 pkcs12 pkcs11 pkcs8 k8s
  redis kafka zookeeper memcached rabbitmq elasticsearch etcd consul hadoop hbase ceph gluster veeam networker netbackup
  bacula bareos mariadb cassandra clickhouse tidb oceanbase weblogic websphere jboss zabbix prometheus grafana ansible jenkins
  gitlab nacos dubbo rsyncd sshd vsftpd proftpd dovecot postfix sendmail exim haproxy squid
  commserver render renderer rendering datastore datastores vdisk mdisk rpool zpool aggr raid dimm hdisk rmt slmgr hostd vpxd rhel sles mkdir rmdir xfsdump
  office365 o365 s3 ec2 azure aws gcp cloud
`),
);

/** Accounts that every machine has: they tell nothing and stay readable. */
export const SHARED_ACCOUNTS: ReadonlySet<string> = new Set(
  words(`root admin administrator administrators system service services localsystem localservice networkservice guest
  nobody daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats sshd public default all
  defaultuser0 defaultapppool defaultaccount wdagutilityaccount user users everyone anonymous owner self krbtgt
  commvault cvadmin git apache nginx postgres mysql oracle sa sysadmin dba operator`),
);
