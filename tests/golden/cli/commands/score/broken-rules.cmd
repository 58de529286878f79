# A broken rule file fails score as it fails check.
hegui score -r broken.yaml good.txt
