# A run that a signal or a limit ends leaves no temporary file, and its exit code tells the signal.
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
rules=$PWD/demo.yaml; cp bad.txt "$folder"; cd "$folder" || exit
mkfifo report; exec 3<>report
wait_for() { until compgen -G "$1" >/dev/null; do sleep 0.02; done; }
for signal in TERM HUP XCPU; do
  "$program" check -r "$rules" -f json=o.json -f csv=o.csv - <report >/dev/null & child=$!
  wait_for 'o.csv.*'; kill -"$signal" "$child"
  wait "$child" 2>/dev/null; echo "$signal: $(($? - 128 - $(kill -l "$signal"))), $(echo o.*)"
done 2>/dev/null
# Who is told to let HUP pass lets it pass.
(trap '' HUP
 exec "$program" check -r "$rules" -f json=o.json - <report >/dev/null) & child=$!
wait_for 'o.json.*'; kill -HUP "$child"; sleep 0.1; echo "HUP: $(compgen -G 'o.json.*' | wc -l)"; kill -TERM "$child"
wait "$child" 2>/dev/null; echo o.*
for i in {1..99}; do cp bad.txt "$i.txt"; done
(ulimit -f 8; hegui check -r "$rules" -f json=o.json . >/dev/null); echo "$?: $(echo o.*)"
