INSERT DATA {
$graphs
}
