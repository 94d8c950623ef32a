export default function Page() {
  return (
    <main>
      <h1>Harbour Office</h1>
      <p>Night ferries return to the bay. The lighthouse is lit again.</p>
    </main>
  )
}
