# A terminal of 40 columns, and results that go elsewhere. The first report takes its time, so that
# the line is due when it is done.
rules=$PWD/demo.yaml weak=$PWD/weak.txt folder=$(mktemp -d)
export rules
cd "$folder"
slow=00号街道办事处法治政府建设年度报告.txt
mkfifo "$slow"
for i in {01..20}; do cp "$weak" "$i.txt"; done
slow_run() { # OPTION…
  (sleep 0.7; cat "$weak") >"$slow" &
  options=$* script -qec 'stty cols 40
    TERM=xterm "$program" check -r "$rules" -j1 $options -f concise >out' /dev/null </dev/null |
    sed 's/\r/\n/g; s/\x1b\[K/<erased>/g' | sed -n '2p; $p'
  printf '\n%s findings\n' "$(grep -c . out)"
}
ls -- *.txt >list
slow_run --files-from list
slow_run --files-from list --lang en
slow_run --files-from list --no-progress
slow_run --files-from list --quiet
rm -r "$folder"
